package org.plainclaim.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainclaim.codes.ProcedurePairs;
import org.plainclaim.codes.UnitLimit;

/** Reads the files of one release, checks them, and makes an edition of them. */
final class Loading {
    private final LoadRequest request;
    private final Progress progress;
    private final FolderLock lock;
    private final Faults faults = new Faults();
    private long total;
    private long done;

    Loading(LoadRequest request, Progress progress, FolderLock lock) {
        this.request = request;
        this.progress = progress;
        this.lock = lock;
    }

    EditionContent read() throws IOException, LoadRefused {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : request.files()) {
            SourceFile file = SourceFile.of(path, request.kind());
            total += file.size();
            files.add(file);
        }
        DateCheck dates = new DateCheck(request, faults);
        dates.names(files);
        faults.refuseIfAny();
        EditionContent content =
                switch (request.kind()) {
                    case NCCI_PAIRS -> pairs(files, dates);
                    case NCCI_UNITS -> units(files);
                    default -> codes(files, dates);
                };
        faults.refuseIfAny();
        if (content.rows() == 0) {
            throw new LoadRefused(files.get(0).name() + ":1: the file is empty: it has no "
                    + request.kind().label());
        }
        return content;
    }

    private CodesContent codes(List<SourceFile> files, DateCheck dates) throws IOException, LoadRefused {
        CodeTarget target = new CodeTarget(faults);
        for (SourceFile file : files) {
            reading(file, () -> codes(file, target, dates));
        }
        dates.newest(target.newest(), target.size());
        return target.content();
    }

    private void codes(SourceFile file, CodeTarget target, DateCheck dates) throws IOException, LoadRefused {
        switch (request.kind()) {
            case POS, TAXONOMY -> {
                try (TableRows rows = table(file)) {
                    CodeTable table = new CodeTable(target, faults);
                    if (request.kind() == ReleaseKind.POS) {
                        table.places(rows);
                    } else {
                        table.taxonomy(rows);
                    }
                }
            }
            default -> text(file, target, dates);
        }
    }

    private void text(SourceFile file, CodeTarget target, DateCheck dates) throws IOException {
        if (file.type() == SourceFile.Type.XML && request.kind() == ReleaseKind.ICD_10_CM) {
            try (InputStream in = open(file)) {
                DiagnosisTree tree = new DiagnosisTree(target, faults);
                tree.read(in);
                dates.version(tree.version());
            }
            return;
        }
        try (DecodedText text = new DecodedText(open(file))) {
            switch (request.kind()) {
                case ICD_10_CM -> new DiagnosisLines(target, faults).read(text);
                case HCPCS -> new HcpcsLines(target, faults).read(text);
                default -> new CptLines(target, faults).read(text);
            }
        }
    }

    private PairsContent pairs(List<SourceFile> files, DateCheck dates) throws IOException, LoadRefused {
        PairTarget target = new PairTarget();
        for (SourceFile file : files) {
            reading(file, () -> {
                try (TableRows rows = table(file)) {
                    new PairRows(rows, faults).into(target, line -> tick(file, line));
                }
            });
        }
        dates.newest(target.newest(), target.size());
        ProcedurePairs sorted = target.sorted();
        Set<String> clashing = PairTarget.clashing(sorted);
        for (SourceFile file : clashing.isEmpty() ? List.<SourceFile>of() : files) {
            reading(file, () -> {
                try (TableRows rows = table(file)) {
                    new PairRows(rows, faults).nameClashes(clashing);
                }
            });
        }
        return new PairsContent(sorted);
    }

    private void tick(SourceFile file, long line) {
        if (file.type() == SourceFile.Type.SHEET && line % 10_000 == 0) {
            progress.at(line, 0);
        }
    }

    private UnitsContent units(List<SourceFile> files) throws IOException, LoadRefused {
        SortedMap<String, UnitLimit> limits = new TreeMap<>();
        for (SourceFile file : files) {
            reading(file, () -> {
                try (TableRows rows = table(file)) {
                    new UnitRows(rows, faults).into(limits);
                }
            });
        }
        return new UnitsContent(limits);
    }

    private interface Step {
        void run() throws IOException, LoadRefused;
    }

    /** What the file itself makes impossible is a fault of it, with the line where it is known. */
    private void reading(SourceFile file, Step step) throws IOException, LoadRefused {
        faults.in(file.name());
        try {
            step.run();
        } catch (DecodedText.NotText e) {
            faults.add(e.line(), String.valueOf(e.getMessage()));
        } catch (java.nio.file.FileSystemException e) {
            throw e;
        } catch (IOException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        if (!(request.kind() == ReleaseKind.NCCI_PAIRS)) {
            faults.refuseIfAny();
        }
    }

    private TableRows table(SourceFile file) throws IOException {
        return file.type() == SourceFile.Type.SHEET
                ? new SheetRows(file.spreadsheet(lock.scratch()))
                : new TextRows(new DecodedText(open(file)));
    }

    private InputStream open(SourceFile file) throws IOException {
        return file.open(bytes -> {
            done += bytes;
            progress.at(done, total);
        });
    }

    /** The load as the manifest keeps it. */
    static LoadedRelease named(LoadRequest request, String source, String data, LocalDate today, int rows) {
        String file = String.valueOf(request.files().get(0).getFileName());
        String name = Optional.ofNullable(request.name()).orElse(file.replaceFirst("\\.[A-Za-z]{3,4}$", ""));
        return new LoadedRelease(request.kind(), name, request.effective(), data, source, file, today, rows);
    }
}
