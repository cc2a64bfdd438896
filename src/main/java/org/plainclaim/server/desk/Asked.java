package org.plainclaim.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainclaim.server.desk.page.Person;

/**
 * A request of somebody who is known.
 *
 * @param address below {@code /desk/}; empty for the first page
 */
record Asked(Person person, String address, HttpServletRequest request, HttpServletResponse response) {
    boolean isDeed() {
        return request.getMethod().equals("POST");
    }

    /** The first value of each parameter. */
    Map<String, String> sent() {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> entry.getValue().length > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    }

    /** The address with its query. */
    String here() {
        return address
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query.replaceAll("(^|&)done=[^&]*", ""))
                        .orElse("");
    }
}
