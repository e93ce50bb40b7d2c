package org.zhiqiao.platform.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;

import org.zhiqiao.search.rank.RankCommand;

/** What the jar does when it is told a command. */
public final class Commands {

	private static final String USAGE = """
			Usage: java -jar zhiqiao.jar [--setting=value ...]
			           starts the platform
			       java -jar zhiqiao.jar rank --experts FILE --demands FILE --run OUT [--top N]
			           ranks the experts of one file (JSON, one a line) for every demand of another,
			           just as the platform does; OUT gets demand, expert, rank and score,
			           with tabs between them; N limits the experts for each demand
			       java -jar zhiqiao.jar help
			           prints this
			Exit status: 0 done, 1 failed, 2 wrong arguments""";

	private static final int WRONG_ARGUMENTS = 2;

	private Commands() {}

	/**
	 * Carries out a command.
	 * @param arguments those of the program
	 * @return the exit status, or nothing if they ask for the platform itself
	 */
	public static OptionalInt run(List<String> arguments, PrintStream out, PrintStream err) {
		if (arguments.isEmpty()) {
			return OptionalInt.empty();
		}
		var command = arguments.getFirst();
		return switch (command) {
			case "rank" -> OptionalInt.of(new RankCommand(out, err).run(arguments.subList(1, arguments.size())));
			case "help", "--help", "-h" -> {
				out.println(USAGE);
				yield OptionalInt.of(0);
			}
			// Settings of the platform, such as --server.port=8081.
			case String setting when setting.startsWith("--") -> OptionalInt.empty();
			default -> {
				err.println("There is no command " + command);
				err.println(USAGE);
				yield OptionalInt.of(WRONG_ARGUMENTS);
			}
		};
	}

}
