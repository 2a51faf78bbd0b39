package dev.assay.reference.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.core.check.Sought;
import dev.assay.reference.wire.Request;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FurtherMembersTest {

    private static Map<String, String> in(String body) {
        var none = MultiMap.caseInsensitiveMultiMap();
        return FurtherMembers.in(
                        new Request("POST", "/", Map.of(), none, none, Buffer.buffer(body)), Sought.packagesOf("alice"))
                .further();
    }

    @Test
    void textsAndNumbersOfAnObjectAreSeen() {
        assertThat(in("{\"token\":\"a.b.c\",\"expires_in\":60,\"list\":[1]}"))
                .isEqualTo(Map.of("token", "a.b.c", "expires_in", "60"));
    }

    @Test
    void nothingIsSeenElsewhere() {
        for (var body : new String[] {"", "[1]", "\"text\"", "{\"half\":", "a=b"}) {
            assertThat(in(body)).isEmpty();
        }
    }
}
