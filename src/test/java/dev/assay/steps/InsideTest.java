package dev.assay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsideTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Traceback (most recent call last): File \"/srv/app.py\"",
                "{\"detail\":\"File \\\"/srv/registry/oidc.py\\\", line 12, in verify\"}",
                "TypeError: x is not a function\\n    at verify (file:///srv/x.mjs:1:2)",
                "Error: boom\n    at Object.<anonymous> (/app/x.js:1:2)",
                "Error: boom\\n    at /app/dist/server.js:120:14",
                "Error\\n    at async Promise.all (index 0)\\n    at node:internal/process/task_queues:95:5",
                "    at new Token (C:\\\\app\\\\token.js:3:9)",
                "Error: boom&lt;br&gt; at Object.&lt;anonymous&gt; (/app/x.js:1:2)",
                "goroutine 1 [running]:\\nmain.main()",
                "jwt verify failed (token/verify.go:12)",
                "runtime error: invalid memory address or nil pointer dereference",
                "/srv/app/models/key.rb:12:in `verify'",
                "undefined method `split' for nil",
                "NoMethodError (nil)",
                "thread 'main' panicked at src/main.rs:4:5",
                "called `Result::unwrap()` at src/token.rs:44:17",
                "<b>Warning</b>: Undefined array key in <b>/srv/x.php</b> on line <b>12</b>",
                "PHP Fatal error: Uncaught Error in /srv/x.php:12",
                "thrown in /srv/x.php on line 12",
                "#0 /srv/x.php(12): verify()",
                "\\tat com.x.Y(Z.java:1)",
                "java.lang.NullPointerException: null\\n\\tat com.example.Token.verify(Token.java:40)",
                "at java.base/java.lang.Thread.run(Unknown Source)",
                "at X.Y() in C:\\\\src\\\\Y.cs:line 5",
                "   at Registry.Tokens.Verify(String token) in /src/Tokens.cs:line 5",
                "System.NullReferenceException: Object reference not set\\r\\n   at Registry.Tokens.Verify(String token)",
                "cannot open /usr/lib/registry/keys",
                "no such file: /home/registry/keys.pem",
                "SELECT id FROM publishers WHERE owner = 'x'",
                "duplicate key value violates unique constraint \"tokens_jti\"",
            })
    void whatShowsTheInsideIsSeen(String text) {
        assertThat(Inside.shownIn(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"code\":\"invalid-signature\",\"description\":\"signature check failed\"}",
                "An exception occurred; look at the documentation",
                "the token was issued at 2026-08-21T12:00:00Z (see the manual)",
                "look at https://registry.test/docs/errors:12:5",
                "invalid JSON: unexpected character on line 12 column 5",
                "the workflow file (.github/workflows/release.yml) at refs/heads/main is not trusted",
                "select a package from the list",
                "<a href=\"/home/\">Home</a> <a href='/usr/settings'>You</a>",
                "see https://registry.test/home/help",
                "panic-free and go: version 1.2",
                "no trusted publisher for owner/widget.rb at registry.test",
                "the audience must be https://registry.test:8443",
                "at least one claim (repository) does not match",
                "{\"errors\":[{\"detail\":\"The JWT is not valid (expired at 12:30:15)\"}]}",
            })
    void whatIsSaidToPeopleIsNot(String text) {
        assertThat(Inside.shownIn(text)).isEmpty();
    }
}
