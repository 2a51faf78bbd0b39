package dev.assay;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Assay implements QuarkusApplication {
    public static void main(String... args) {
        Quarkus.run(Assay.class, args);
    }

    @Override
    public int run(String... args) {
        System.out.println("hello");
        return 0;
    }
}
