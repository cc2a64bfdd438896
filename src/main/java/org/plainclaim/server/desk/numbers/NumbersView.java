package org.plainclaim.server.desk.numbers;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** All pictures of some months; each is counted when the page is there, so that a slow one keeps nobody waiting. */
public final class NumbersView implements View {
    @Override
    public String address() {
        return "numbers";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("numbers", 60, EnumSet.of(Role.CODER, Role.BILLER, Role.AUDITOR)));
    }

    @Override
    public Reply show(Visit visit) {
        Span span = Span.of(visit);
        return new Reply.Page("numbers", Map.of("span", span, "figures", Figures.keys()));
    }
}
