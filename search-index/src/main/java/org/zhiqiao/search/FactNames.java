package org.zhiqiao.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.zhiqiao.search.text.Folding;

/**
 * What countries, languages and cities are called, so that whoever types "German" or 德国 finds
 * the people who speak it or know it, whatever their texts say. Upper and lower case and
 * traditional characters make no difference.
 */
public final class FactNames {

	private static final FactNames NONE = new Builder().build();

	private final Map<String, Set<Fact>> facts;

	private final int longest;

	private FactNames(Map<String, Set<Fact>> facts) {
		this.facts = facts;
		this.longest = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
	}

	/**
	 * Names that mean nothing but themselves.
	 */
	public static FactNames none() {
		return NONE;
	}

	public static Builder builder() {
		return new Builder();
	}

	/**
	 * The names in a text, the longest from each place on, none overlapping another.
	 * @param folded by {@link Folding}
	 */
	public List<Naming> in(String folded) {
		List<Naming> namings = new ArrayList<>();
		String text = folded.toLowerCase(Locale.ROOT);
		if (this.facts.isEmpty() || text.length() != folded.length()) {
			return namings;
		}
		for (int start = 0; start < text.length(); start++) {
			if (!begins(text, start)) {
				continue;
			}
			for (int end = Math.min(text.length(), start + this.longest); end > start; end--) {
				Set<Fact> named = ends(text, end) ? this.facts.get(text.substring(start, end)) : null;
				if (named != null) {
					namings.add(new Naming(start, end, named));
					start = end - 1;
					break;
				}
			}
		}
		return namings;
	}

	private static boolean begins(String text, int at) {
		return Folding.isHan(text.charAt(at))
				|| (Character.isLetter(text.charAt(at)) && (at == 0 || !joins(text.charAt(at - 1))));
	}

	private static boolean ends(String text, int end) {
		return Folding.isHan(text.charAt(end - 1)) || end == text.length() || !joins(text.charAt(end));
	}

	/** Whether a letter beside it would make it another word. */
	private static boolean joins(char character) {
		return Character.isLetterOrDigit(character) && !Folding.isHan(character);
	}

	/**
	 * A value of a facet.
	 */
	public record Fact(Facet facet, String code) {

	}

	/**
	 * A name in a text.
	 *
	 * @param start index of its first character
	 * @param end index after its last one
	 * @param facts any of which is meant
	 */
	public record Naming(int start, int end, Set<Fact> facts) {

		public Naming {
			facts = Set.copyOf(facts);
		}

	}

	/**
	 * Collects names.
	 */
	public static final class Builder {

		private final Map<String, Set<Fact>> facts = new HashMap<>();

		private Builder() {}

		/**
		 * One more thing that a name means.
		 * @param name in any writing; blank for none
		 */
		public Builder name(String name, Facet facet, String code) {
			String folded = Folding.fold(name).strip().toLowerCase(Locale.ROOT);
			if (!folded.isEmpty()) {
				this.facts.computeIfAbsent(folded, (key) -> new LinkedHashSet<>()).add(new Fact(facet, code));
			}
			return this;
		}

		public FactNames build() {
			return new FactNames(Map.copyOf(this.facts));
		}

	}

}
