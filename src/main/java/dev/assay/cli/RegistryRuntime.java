package dev.assay.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a registry has to be told so that it goes through a proxy and believes an authority, by what it is written in. */
enum RegistryRuntime {
    PYTHON(
            "urllib, httpx and aiohttp (trust_env=True) read SSL_CERT_FILE, requests reads REQUESTS_CA_BUNDLE.",
            Variables.CERT_FILE,
            "REQUESTS_CA_BUNDLE"),
    NODE(
            "NODE_USE_ENV_PROXY needs Node 24 (or 22.21). Older ones: undici's EnvHttpProxyAgent, or global-agent with"
                    + " GLOBAL_AGENT_HTTPS_PROXY.",
            "NODE_EXTRA_CA_CERTS",
            "NODE_USE_ENV_PROXY"),
    RUST(
            "reqwest and ureq follow HTTPS_PROXY. SSL_CERT_FILE counts for native-tls and rustls-native-certs; a registry"
                    + " built with webpki-roots has its authorities compiled in and needs an option of its own.",
            Variables.CERT_FILE),
    RUBY("Net::HTTP and Faraday follow HTTPS_PROXY only as https_proxy.", Variables.CERT_FILE),
    GO("net/http follows HTTPS_PROXY, but never for localhost. SSL_CERT_FILE counts on Linux.", Variables.CERT_FILE),
    JAVA(
            "java.net.http.HttpClient needs a ProxySelector.getDefault() in its builder. The trust store is made by:\n"
                    + "keytool -importcert -noprompt -alias assay -file '%s' -keystore assay.p12 -storepass changeit",
            "JAVA_TOOL_OPTIONS"),
    DOTNET("HttpClient follows HTTPS_PROXY; SSL_CERT_FILE counts on Linux.", Variables.CERT_FILE);

    private final String note;
    private final List<String> variables;

    private static final class Variables {
        static final String CERT_FILE = "SSL_CERT_FILE";
    }

    RegistryRuntime(String note, String... variables) {
        this.note = note;
        this.variables = List.of(variables);
    }

    /** What all of them share: the proxy, and that this machine is reached without it. */
    static Map<String, String> proxyVariables(String proxy) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("HTTPS_PROXY", proxy);
        environment.put("https_proxy", proxy);
        environment.put("NO_PROXY", "localhost,127.0.0.1,::1");
        environment.put("no_proxy", "localhost,127.0.0.1,::1");
        return environment;
    }

    /**
     * What this one needs besides.
     *
     * @param port the proxy's
     * @param authority PEM file, by its absolute path
     */
    Map<String, String> variables(int port, String authority) {
        var environment = new LinkedHashMap<String, String>();
        variables.forEach(name -> environment.put(name, value(name, port, authority)));
        return environment;
    }

    private static String value(String name, int port, String authority) {
        return switch (name) {
            case "NODE_USE_ENV_PROXY" -> "1";
            case "JAVA_TOOL_OPTIONS" ->
                "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + port
                        + " -Djavax.net.ssl.trustStore=assay.p12 -Djavax.net.ssl.trustStorePassword=changeit";
            default -> authority;
        };
    }

    /** What to mind, in one or two lines. */
    String note(String authority) {
        return note.replace("%s", authority);
    }
}
