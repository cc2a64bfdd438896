package org.plainclaim.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;

/** Asks by one POST of X12. */
final class HttpsRealTime implements RealTime {
    private final URI address;
    private final Exchanges exchanges;
    private final Limits limits;

    HttpsRealTime(URI address, Exchanges exchanges, Limits limits) {
        this.address = address;
        this.exchanges = exchanges;
        this.limits = limits;
    }

    static HttpsRealTime of(TradingPartner partner) throws IOException {
        return new HttpsRealTime(
                Objects.requireNonNull(partner.realTime()),
                Exchanges.of(partner, Objects.requireNonNull(partner.realTime()), Limits.USUAL),
                Limits.USUAL);
    }

    @Override
    public byte[] ask(byte[] inquiry) throws IOException {
        limits.check("the inquiry", inquiry.length);
        HttpRequest.Builder request = exchanges
                .request(address)
                .header("Content-Type", Exchanges.X12)
                .header("Accept", Exchanges.X12)
                .POST(HttpRequest.BodyPublishers.ofByteArray(inquiry));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int status = exchanges.send(request, answer, limits.answer()).statusCode();
        if (status != 200) {
            throw exchanges.unexpected(status);
        }
        return answer.toByteArray();
    }
}
