package dev.assay.reference.dialect.rubygems;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The numbers by which the wire knows that an identity may push a gem. */
final class LinkIds {

    private final Map<Link, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    int of(String gem, UUID publisher) {
        return numbers.computeIfAbsent(new Link(gem, publisher), link -> last.incrementAndGet());
    }

    /** The identity behind a number, if the gem is that one's. */
    Optional<UUID> publisher(String gem, String number) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getKey().gem().equals(gem))
                .filter(entry -> entry.getValue().toString().equals(number))
                .map(entry -> entry.getKey().publisher())
                .findFirst();
    }

    private record Link(String gem, UUID publisher) {}
}
