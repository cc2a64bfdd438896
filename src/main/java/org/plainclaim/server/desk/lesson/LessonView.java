package org.plainclaim.server.desk.lesson;

import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** One case: the session, the question and an empty form. */
public final class LessonView implements View {
    @Override
    public String address() {
        return LessonPage.ADDRESS;
    }

    @Override
    public Reply show(Visit visit) {
        return LessonPage.begin(visit).asking(Given.of(visit));
    }
}
