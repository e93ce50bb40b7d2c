package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/**
 * Who takes part in a draw and who does not, frozen before anybody can know the outcome. Its canonical text, and so its
 * hash, is told in {@code backend/docs/draw.md}.
 *
 * @param title what the panel is for
 * @param most so many people of one organisation at most on the whole panel
 * @param strata in the order in which they are drawn
 * @param excluded everybody who was looked at and does not take part
 */
public record DrawList(String title, int most, List<Stratum> strata, List<Exclusion> excluded) {

	private static final String VERSION = "zhiqiao-draw-list 1";

	/**
	 * Makes a list.
	 * @throws IllegalArgumentException if somebody stands in it twice, there are fewer people than seats, or a text has
	 * a tab or a line break, which separate the parts of the canonical text
	 */
	public DrawList {
		strata = List.copyOf(strata);
		excluded = List.copyOf(excluded);
		check(title);
		if (most < 1) {
			throw new IllegalArgumentException("At least one of an organisation: " + most);
		}
		if (strata.isEmpty()) {
			throw new IllegalArgumentException("Nobody to draw from");
		}
		var people = new HashSet<Long>();
		var names = new HashSet<String>();
		for (var stratum : strata) {
			if (!names.add(stratum.name())) {
				throw new IllegalArgumentException("There are two strata " + stratum.name());
			}
			for (var entry : stratum.entries()) {
				if (!people.add(entry.person())) {
					throw new IllegalArgumentException("Person " + entry.person() + " is there twice");
				}
			}
		}
		for (var exclusion : excluded) {
			if (!people.add(exclusion.person())) {
				throw new IllegalArgumentException("Person " + exclusion.person() + " is there twice");
			}
		}
	}

	/**
	 * People who are drawn against each other.
	 *
	 * @param seats how many are to be drawn
	 * @param entries by the numbers of the people
	 */
	public record Stratum(String name, int seats, List<Entry> entries) {

		public Stratum {
			entries = List.copyOf(entries);
			check(name);
			if (seats < 1 || seats > entries.size()) {
				throw new IllegalArgumentException(
						"Stratum " + name + " has " + entries.size() + " people for " + seats + " seats");
			}
			for (var i = 1; i < entries.size(); i++) {
				if (entries.get(i - 1).person() >= entries.get(i).person()) {
					throw new IllegalArgumentException("Stratum " + name + " is not in the order of its numbers");
				}
			}
		}

	}

	/**
	 * Somebody who can be drawn.
	 *
	 * @param organisation the legal person, by its number, a negative one if it is not registered; 0 for none, of which any number of people may be drawn
	 */
	public record Entry(long person, String name, long organisation) {

		public Entry {
			check(name);
		}

	}

	/** Somebody who was looked at and cannot be drawn. */
	public record Exclusion(long person, String name, String reason) {

		public Exclusion {
			check(name);
			check(reason);
		}

	}

	/** The text whose hash freezes the list. */
	byte[] canonical() {
		var text = new StringBuilder(VERSION).append('\n');
		line(text, "title", this.title);
		line(text, "most", this.most);
		for (var stratum : this.strata) {
			line(text, "stratum", stratum.name(), stratum.seats());
			for (var entry : stratum.entries()) {
				line(text, "entry", entry.person(), entry.name(), entry.organisation());
			}
		}
		for (var exclusion : this.excluded) {
			line(text, "excluded", exclusion.person(), exclusion.name(), exclusion.reason());
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void line(StringBuilder text, Object... parts) {
		for (var i = 0; i < parts.length; i++) {
			text.append((i > 0) ? "\t" : "").append(parts[i]);
		}
		text.append('\n');
	}

	private static void check(String text) {
		// A plain loop: the list of a whole province is checked before anything of it is compiled.
		for (var i = 0; i < text.length(); i++) {
			if (Character.isISOControl(text.charAt(i))) {
				throw new IllegalArgumentException("A text has a control character: " + text);
			}
		}
		if (text.isBlank()) {
			throw new IllegalArgumentException("A text is empty");
		}
	}

}
