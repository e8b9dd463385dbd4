package dev.javait.processor.language;

import dev.javait.processor.twin.Remark;
import dev.javait.processor.twin.Source;
import java.util.ArrayList;
import java.util.List;

/** What the lines of a source say that javac is to remark at them: {@code // ERROR: …}, {@code // WARNING: …}. */
public final class Marks {
    private Marks() {}

    /** The remarks that no line announces, and the lines whose remark did not come. */
    public static List<String> unexplained(String mark, Source source, List<Remark> remarks) {
        var left = new ArrayList<>(remarks);
        var unexplained = new ArrayList<String>();
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(mark);
            if (at < 0) continue;
            String fragment = lines.get(i).substring(at + mark.length());
            long number = i + 1;
            boolean came = left.removeIf(
                    remark -> remark.line() == number && remark.message().contains(fragment));
            if (!came) unexplained.add("missing at line " + number + ": " + fragment);
        }
        left.forEach(remark -> unexplained.add("unexpected: " + remark));
        return unexplained;
    }
}
