package org.plainclaim.x12.status;

import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.SegmentOutput;

/** Writes the hierarchy of a status transaction: numbers, parents and whether there are children. */
final class Levels {
    private final SegmentOutput out;
    private int number;
    private int payer;
    private int receiver;
    private int provider;
    private int subscriber;

    Levels(SegmentOutput out) {
        this.out = out;
    }

    void payer(NamedParty party) {
        payer = level("", "20", "1");
        named(party);
    }

    void receiver(NamedParty party, boolean children) {
        receiver = level(Integer.toString(payer), "21", children ? "1" : "0");
        named(party);
    }

    void provider(NamedParty party, boolean children) {
        provider = level(Integer.toString(receiver), "19", children ? "1" : "0");
        named(party);
    }

    void subscriber(boolean children) {
        subscriber = level(Integer.toString(provider), "22", children ? "1" : "0");
    }

    void dependent() {
        level(Integer.toString(subscriber), "23", "");
    }

    void patient() {
        level(Integer.toString(provider), "PT", "");
    }

    private int level(String parent, String code, String children) {
        out.segment("HL", Integer.toString(++number), parent, code, children);
        return number;
    }

    void named(NamedParty party) {
        out.segment(
                "NM1",
                party.role(),
                party.kind(),
                party.name(),
                party.first(),
                "",
                "",
                "",
                party.qualifier(),
                party.id());
    }
}
