package dev.assay.cli;

import dev.assay.draft.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks questions and reads a line for each. An empty line, and the end of the input, stand for the suggested answer.
 *
 * @param in the answers
 * @param out the questions
 * @param patient whether a wrong answer is asked for again, which only a person can do something about
 */
record Interview(BufferedReader in, PrintWriter out, boolean patient) {

    /**
     * The answers by the questions' ids.
     *
     * @throws UsageProblem if an answer is wrong, and nobody is there to correct it
     */
    Map<String, String> ask(List<Question> questions, String name) {
        var answers = new LinkedHashMap<String, String>();
        for (var question : questions) {
            if (question.isOpen(answers)) {
                answers.put(question.id(), ask(question, question.suggestion().replace("{name}", name)));
            }
        }
        return answers;
    }

    private String ask(Question question, String suggestion) {
        out.println();
        out.println(question.ask());
        out.println("  " + question.explain());
        while (true) {
            out.print("  [" + suggestion + "] ");
            out.flush();
            var answer = answer(suggestion);
            var complaint = question.complaint(answer);
            if (complaint.isEmpty()) {
                if (!patient) {
                    out.println(answer);
                }
                return answer;
            }
            if (!patient) {
                throw new UsageProblem(
                        "'" + question.ask() + "' was answered with '" + answer + "': " + complaint.get());
            }
            out.println("  " + complaint.get());
        }
    }

    private String answer(String suggestion) {
        try {
            var line = in.readLine();
            return line == null || line.isBlank() ? suggestion : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the answers cannot be read", e);
        }
    }
}
