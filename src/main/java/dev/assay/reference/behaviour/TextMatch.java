package dev.assay.reference.behaviour;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How a text from an ID token is compared with the text that is expected. Only {@link #EXACT} is safe for all inputs. */
public enum TextMatch {
    /** Code point by code point (RFC 7519 §2, RFC 8725 §3.8). */
    EXACT {
        @Override
        public boolean matches(String expected, String actual) {
            return actual.equals(expected);
        }
    },
    /** Upper and lower case ASCII letters are the same. */
    ASCII_CASE_FOLDED {
        @Override
        public boolean matches(String expected, String actual) {
            return asciiFolded(actual).equals(asciiFolded(expected));
        }
    },
    /** Lower-cased as Unicode has it, so that U+212A KELVIN SIGN equals {@code k}. */
    CASE_FOLDED {
        @Override
        public boolean matches(String expected, String actual) {
            return folded(actual).equals(folded(expected));
        }
    },
    /** Compatibility forms, accents and case are dropped, so that look-alikes become equal. */
    UNICODE_FOLDED {
        @Override
        public boolean matches(String expected, String actual) {
            return unaccented(actual).equals(unaccented(expected));
        }
    },
    /** White space around the text does not count. */
    TRIMMED {
        @Override
        public boolean matches(String expected, String actual) {
            return actual.strip().equals(expected.strip());
        }
    },
    /** One slash more or less at the end does not count. */
    SLASH_TOLERANT {
        @Override
        public boolean matches(String expected, String actual) {
            return withoutSlash(actual).equals(withoutSlash(expected));
        }
    },
    /** The actual text begins with the expected one. */
    PREFIX {
        @Override
        public boolean matches(String expected, String actual) {
            return actual.startsWith(expected);
        }
    },
    /** The actual text ends with the expected one. */
    SUFFIX {
        @Override
        public boolean matches(String expected, String actual) {
            return actual.endsWith(expected);
        }
    },
    /** The expected text occurs somewhere in the actual one. */
    CONTAINS {
        @Override
        public boolean matches(String expected, String actual) {
            return actual.contains(expected);
        }
    },
    /** The actual text occurs somewhere in the expected one (CVE-2024-53861). */
    CONTAINED {
        @Override
        public boolean matches(String expected, String actual) {
            return expected.contains(actual);
        }
    },
    /** The expected text is used as an SQL {@code LIKE} pattern: underscore and percent sign are wildcards. */
    SQL_LIKE {
        @Override
        public boolean matches(String expected, String actual) {
            var pattern = Pattern.quote(expected).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
        }
    },
    /** The expected text is used as a pattern in which a star stands for any text. */
    GLOB {
        @Override
        public boolean matches(String expected, String actual) {
            var pattern = Pattern.quote(expected).replace("*", "\\E.*\\Q");
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
        }
    },
    /** The expected text is used as a regular expression without being quoted, so that a dot matches anything. */
    REGULAR_EXPRESSION {
        @Override
        public boolean matches(String expected, String actual) {
            try {
                return Pattern.compile(expected).matcher(actual).matches();
            } catch (PatternSyntaxException notAnExpression) {
                return actual.equals(expected);
            }
        }
    },
    /** A percent sign and two hexadecimal digits stand for a character, as in URLs. */
    PERCENT_DECODED {
        @Override
        public boolean matches(String expected, String actual) {
            return percentDecoded(actual).equals(expected);
        }
    },
    /** Hyphens, underscores and dots are the same, as in the names of Python's packages (PEP 503). */
    SEPARATORS_FOLDED {
        @Override
        public boolean matches(String expected, String actual) {
            return withHyphens(actual).equals(withHyphens(expected));
        }
    },
    /** Of each character only the lower eight bits count, as if it were Latin-1. */
    EIGHT_BIT {
        @Override
        public boolean matches(String expected, String actual) {
            return eightBit(actual).equals(eightBit(expected));
        }
    },
    /** Only the first 64 characters count, as if there were room for no more. */
    CUT {
        @Override
        public boolean matches(String expected, String actual) {
            return cut(actual).equals(cut(expected));
        }
    },
    /** What stands before the host of an address does not count. */
    SCHEME_IGNORED {
        @Override
        public boolean matches(String expected, String actual) {
            return withoutScheme(actual).equals(withoutScheme(expected));
        }
    },
    /** Only the hosts of two addresses are compared; an address without a scheme begins with its host. */
    SAME_HOST {
        @Override
        public boolean matches(String expected, String actual) {
            return host(actual).equals(host(expected));
        }
    },
    /** The host of the actual address is below that of the expected one, or they are equal as a whole. */
    SUBDOMAIN {
        @Override
        public boolean matches(String expected, String actual) {
            return actual.equals(expected) || host(actual).endsWith("." + host(expected));
        }
    },
    /** The actual text is a list with commas, and the expected one is in it. */
    LISTED {
        @Override
        public boolean matches(String expected, String actual) {
            return List.of(actual.split(",")).contains(expected);
        }
    },
    /** Not compared. */
    IGNORED {
        @Override
        public boolean matches(String expected, String actual) {
            return true;
        }
    };

    /** Whether the actual text is accepted where the expected one stands in the policy. */
    public abstract boolean matches(String expected, String actual);

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String asciiFolded(String text) {
        return text.codePoints()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String unaccented(String text) {
        return folded(Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{Cf}]", ""));
    }

    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String withHyphens(String text) {
        return text.replaceAll("[-_.]+", "-");
    }

    private static String eightBit(String text) {
        return text.chars()
                .map(c -> c & 0xff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 64));
    }

    private static String host(String address) {
        return withoutScheme(address).replaceFirst("[:/?#].*$", "");
    }

    private static String withoutScheme(String address) {
        return address.replaceFirst("^[a-z][a-z0-9+-]*:(//)?", "");
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
