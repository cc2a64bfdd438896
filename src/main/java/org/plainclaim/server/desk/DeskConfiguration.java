package org.plainclaim.server.desk;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.access.Doorkeeper;
import org.plainclaim.server.desk.chart.ChartView;
import org.plainclaim.server.desk.chart.ConsentDeed;
import org.plainclaim.server.desk.chart.DeriveDeed;
import org.plainclaim.server.desk.chart.DiagnosisDeed;
import org.plainclaim.server.desk.chart.ReviewDeed;
import org.plainclaim.server.desk.chart.SettingDeed;
import org.plainclaim.server.desk.chart.SignDeed;
import org.plainclaim.server.desk.chart.TimeDeed;
import org.plainclaim.server.desk.claim.ClaimView;
import org.plainclaim.server.desk.claim.ClaimsView;
import org.plainclaim.server.desk.claim.SubmitDeed;
import org.plainclaim.server.desk.day.DayView;
import org.plainclaim.server.desk.fhir.Loopback;
import org.plainclaim.server.desk.lesson.LessonAnswer;
import org.plainclaim.server.desk.lesson.LessonView;
import org.plainclaim.server.desk.lesson.LessonsView;
import org.plainclaim.server.desk.live.Changes;
import org.plainclaim.server.desk.live.Streams;
import org.plainclaim.server.desk.longwork.DeriveDayDeed;
import org.plainclaim.server.desk.longwork.WorkDeed;
import org.plainclaim.server.desk.longwork.WorkView;
import org.plainclaim.server.desk.longwork.WorksView;
import org.plainclaim.server.desk.member.AskDeed;
import org.plainclaim.server.desk.member.MemberView;
import org.plainclaim.server.desk.member.MembersView;
import org.plainclaim.server.desk.money.MoneyView;
import org.plainclaim.server.desk.money.RemittanceView;
import org.plainclaim.server.desk.numbers.FigureFile;
import org.plainclaim.server.desk.numbers.FigureView;
import org.plainclaim.server.desk.numbers.NumbersView;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.queue.QueueView;
import org.plainclaim.server.desk.queue.StepDeed;
import org.plainclaim.server.desk.rulebook.RulesView;
import org.plainclaim.server.desk.rulebook.StaleView;
import org.plainclaim.server.desk.session.Reception;
import org.plainclaim.server.desk.session.SignedIn;
import org.plainclaim.server.desk.session.TriedOut;
import org.plainclaim.server.longwork.LongWorks;
import org.plainclaim.server.store.Practices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the workbench together; a new view or deed is one line in a list here. */
@Configuration
public class DeskConfiguration {
    /** One thread in so many may make a page; the others answer what pages ask. */
    private static final int THREADS_FOR_EACH_PAGE = 4;

    /**
     * Where the server is reached.
     *
     * @param near the FHIR base for this machine
     * @param shown the FHIR base for everybody
     */
    public record Addresses(Supplier<URI> near, Supplier<URI> shown) {}

    static List<View> views() {
        return List.of(
                new DayView(),
                new ChartView(),
                new QueueView(),
                new ClaimsView(),
                new ClaimView(),
                new MoneyView(),
                new RemittanceView(),
                new MembersView(),
                new MemberView(),
                new NumbersView(),
                new FigureView(),
                new FigureFile(),
                new RulesView(),
                new StaleView(),
                new LessonsView(),
                new LessonView(),
                new WorksView(),
                new WorkView());
    }

    static List<Deed> deeds() {
        return List.of(
                new DeriveDeed(),
                new SignDeed(),
                new TimeDeed(),
                new DiagnosisDeed(),
                new SettingDeed(),
                new ConsentDeed(),
                new ReviewDeed(),
                new SubmitDeed(),
                new StepDeed(),
                new AskDeed(),
                new LessonAnswer(),
                new DeriveDayDeed(),
                new WorkDeed());
    }

    @Bean
    Streams deskStreams(IInterceptorService interceptors, Practices practices, LongWorks works) {
        Streams streams = new Streams();
        if (!practices.areSeveral()) {
            // that another practice is at work is nobody's business
            works.watch(() -> streams.changed("LongWork"));
            interceptors.registerInterceptor(new Changes(streams));
        }
        return streams;
    }

    @Bean
    Reception reception(Doorkeeper doorkeeper, Addresses addresses) {
        return doorkeeper.access().isTriedOut() ? new TriedOut() : new SignedIn(doorkeeper, addresses.shown());
    }

    @Bean
    DeskServlet deskServlet(ServerSettings settings, Addresses addresses, Reception reception, Streams streams) {
        ZoneId zone = settings.timeZone() == null ? ZoneId.systemDefault() : settings.timeZone();
        Assets assets = new Assets();
        Loopback loopback = new Loopback(
                addresses.near(), settings.tls() == null ? null : settings.tls().certificate());
        Pages pages = new Pages(
                new Routes(views(), deeds()),
                new Templates(assets, zone),
                new Pages.Around(loopback, Clock.system(zone), reception.isTriedOut()));
        return new DeskServlet(
                reception,
                pages,
                new DeskServlet.Doors(
                        assets,
                        streams,
                        new SameOrigin(settings.baseUrl()),
                        Math.max(1, settings.threads() / THREADS_FOR_EACH_PAGE)));
    }
}
