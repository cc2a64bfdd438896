package org.plainclaim.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What browsers load beside the pages: our sheet and script, and those of libraries, all out of this program. */
final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String OURS = "/org/plainclaim/server/desk/assets/";
    private static final Map<String, String> PLACES = Map.of(
            "pico.css", WEBJARS + "picocss__pico/2.1.1/css/pico.min.css",
            "htmx.js", WEBJARS + "htmx.org/2.0.7/dist/htmx.min.js",
            "sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js",
            "chart.js", WEBJARS + "chart.js/4.5.1/dist/chart.umd.min.js",
            "desk.css", OURS + "desk.css",
            "desk.js", OURS + "desk.js",
            "pictures.js", OURS + "pictures.js",
            "icon.svg", OURS + "icon.svg");

    private static final int MARK = 12;

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    private static final class Asset {
        private final byte[] bytes;
        private final String mark;

        private Asset(byte[] bytes, String mark) {
            this.bytes = bytes;
            this.mark = mark;
        }
    }

    /** The address of an asset, which changes when its bytes do, so that browsers may keep it. */
    String address(String name) {
        return asset(name)
                .map(asset -> "/assets/" + name + "?v=" + asset.mark)
                .orElseThrow(() -> new IllegalArgumentException("there is no asset " + name));
    }

    void serve(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> found = asset(name);
        if (found.isEmpty()) {
            response.sendError(404);
            return;
        }
        Asset asset = found.get();
        boolean marked = asset.mark.equals(request.getParameter("v"));
        response.setHeader("Cache-Control", marked ? "public, max-age=31536000, immutable" : "no-cache");
        response.setContentType(type(name));
        response.setContentLength(asset.bytes.length);
        response.getOutputStream().write(asset.bytes);
    }

    private Optional<Asset> asset(String name) {
        if (!PLACES.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(name, Assets::load));
    }

    private static Asset load(String name) {
        String place = PLACES.getOrDefault(name, "");
        try (InputStream in = Assets.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException(place + " is not on the class path");
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(bytes, HexFormat.of().formatHex(digest).substring(0, MARK));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String type(String name) {
        if (name.endsWith(".css")) {
            return "text/css;charset=utf-8";
        }
        return name.endsWith(".svg") ? "image/svg+xml" : "text/javascript;charset=utf-8";
    }
}
