package facet.cli;

import facet.study.NearestName;
import facet.study.SettingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts into words why a command line can't be: picocli names Java's types and does not look for the option that was meant. */
final class WrongUsage {

    private static final Pattern TYPE = Pattern.compile("Invalid value for option '(--[a-z-]+)'[^:]*: '(.*)' is not an? (\\w+)", Pattern.DOTALL);
    private static final Pattern CHOICE = Pattern.compile("Invalid value for option '(--[a-z-]+)'[^:]*: expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'", Pattern.DOTALL);

    private WrongUsage() { }

    /** Returns the sentence. */
    static String sentence(ParameterException error) {
        return unknownOption(error).map(option -> unknown(error.getCommandLine(), option)).orElseGet(() -> plain(error.getMessage()));
    }

    /** Finds an option that the command does not have: of an option that is missing, too, it is mostly the reason. */
    static Optional<String> unknownOption(ParameterException error) {
        boolean may = error instanceof UnmatchedArgumentException || error instanceof MissingParameterException;
        return may ? error.getCommandLine().getUnmatchedArguments().stream().filter(argument -> argument.startsWith("--")).map(argument -> argument.split("=")[0]).findFirst()
                : Optional.empty();
    }

    private static String unknown(CommandLine command, String option) {
        List<String> known = command.getCommandSpec().optionsMap().keySet().stream().filter(name -> name.startsWith("--")).map(name -> name.substring(2)).toList();
        String meant = NearestName.of(option.substring(2), known).map(name -> " Did you mean --" + name + "?").orElse("");
        return command.getCommandName() + " has no option " + option + "." + meant;
    }

    private static String plain(String message) {
        Matcher type = TYPE.matcher(message);
        if (type.matches()) {
            return type.group(1) + " is " + type.group(2) + "; it has to be " + wanted(type.group(3)) + ".";
        }
        Matcher choice = CHOICE.matcher(message);
        if (choice.matches()) {
            return choice.group(1) + " is " + choice.group(3) + "; it has to be one of "
                    + Arrays.stream(choice.group(2).split(", ")).map(SettingKind::choiceShown).collect(Collectors.joining(", ")) + ".";
        }
        return message.replaceFirst("^Error: ", "");
    }

    private static String wanted(String type) {
        return switch (type) {
            case "double" -> "a number, such as 0.01";
            case "boolean" -> "true or false";
            default -> "a whole number";
        };
    }
}
