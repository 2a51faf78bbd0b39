package dev.assay.identity.forgery;

/** How a token's parts become one text. */
sealed interface Serialisation permits Serialisation.Composed, Encryption {

    String write(Parts parts, Workbench bench);

    /** The three parts, encoded. */
    record Parts(String header, String payload, String signature) {

        String compact() {
            return header + "." + payload + "." + signature;
        }

        @Override
        public String toString() {
            return "Parts[" + header + "." + payload + "]";
        }
    }

    /**
     * The parts put into a text.
     *
     * @param template with <code>${header}</code>, <code>${payload}</code>, <code>${signature}</code>, and <code>${token}</code>
     *     for the three with dots between them
     */
    record Composed(String template) implements Serialisation {

        static final Composed COMPACT = new Composed("${token}");

        @Override
        public String write(Parts parts, Workbench bench) {
            return bench.fill(template, name -> switch (name) {
                case "token" -> parts.compact();
                case "header" -> parts.header();
                case "payload" -> parts.payload();
                case "signature" -> parts.signature();
                default -> bench.text(name);
            });
        }
    }
}
