package dev.javait.processor.passes;

import dev.javait.processor.model.Code;
import dev.javait.processor.model.Part;
import java.util.Arrays;
import java.util.List;

/** Labels of a switch: {@code default}, or {@code case 1, 2}. */
final class Cases {
    private Cases() {}

    /** The index of the labels that {@code selector} chooses, or -1. */
    static int choose(List<Code> labels, int selector) {
        for (int i = 0; i < labels.size(); i++) {
            if (names(labels.get(i), selector)) return i;
        }
        return labels.stream().map(Cases::text).toList().indexOf("default");
    }

    private static boolean names(Code labels, int selector) {
        String text = text(labels);
        return text.startsWith("case ")
                && Arrays.asList(text.substring("case ".length()).split(", ")).contains(Integer.toString(selector));
    }

    private static String text(Code code) {
        return ((Part.Text) code.parts().get(0)).text();
    }
}
