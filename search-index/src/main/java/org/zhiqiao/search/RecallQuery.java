package org.zhiqiao.search;

import java.util.List;
import java.util.Set;

/**
 * What to look for, in view of a need.
 *
 * @param viewer what the asker may see
 * @param texts title, description and the like
 * @param topics domains that were asked for by name; together they count as much as all texts
 * @param musts conditions that leave people out
 * @param wishes conditions by which people are found where there is neither text nor topic
 * @param only restricts to these people; empty for everybody
 * @param except leaves these people out
 * @param people at most so many people, those with the best evidence; {@link Integer#MAX_VALUE}
 * for all
 * @param floor people without a piece that covers so much of the need, or is as near to it in
 * meaning, are not considered; of the others, lesser pieces count as well. With 0 everybody is
 * considered, evidence or not
 * @param tally whether people are counted as well, which costs a look at every piece that has any
 * word of the need
 */
public record RecallQuery(Audience viewer, List<Text> texts, List<Topic> topics, List<Condition> musts,
		List<Condition> wishes, Set<Long> only, Set<Long> except, int people, double floor,
		boolean tally) {

	public RecallQuery {
		texts = List.copyOf(texts);
		topics = List.copyOf(topics);
		musts = List.copyOf(musts);
		wishes = List.copyOf(wishes);
		only = Set.copyOf(only);
		except = Set.copyOf(except);
	}

	/**
	 * Whether the query says anything about what the person should know.
	 */
	public boolean asksForSubstance() {
		return !this.topics.isEmpty() || this.texts.stream().anyMatch((text) -> !text.text().isBlank());
	}

	public RecallQuery restrictedTo(Set<Long> experts) {
		return new RecallQuery(this.viewer, this.texts, this.topics, this.musts, this.wishes, experts, this.except,
				this.people, this.floor, this.tally);
	}

	/**
	 * Who has evidence of these words alone, whatever else is asked for.
	 */
	public RecallQuery about(String words) {
		return new RecallQuery(this.viewer, List.of(new Text(words, 1)), List.of(), List.of(), List.of(), this.only,
				this.except, this.people, this.floor, this.tally);
	}

	/**
	 * The same without counting people.
	 */
	public RecallQuery uncounted() {
		return new RecallQuery(this.viewer, this.texts, this.topics, this.musts, this.wishes, this.only, this.except,
				this.people, this.floor, false);
	}

	/**
	 * A text in any language or mixture.
	 *
	 * @param weight 1 for plain prose; a title may weigh more
	 */
	public record Text(String text, double weight) {

	}

	/**
	 * A domain asked for.
	 *
	 * @param code a concept of the thesaurus, or empty
	 * @param term a free term, where there is no code
	 */
	public record Topic(String code, String term, double weight) {

		public static Topic concept(String code, double weight) {
			return new Topic(code, "", weight);
		}

		public static Topic free(String term, double weight) {
			return new Topic("", term, weight);
		}

	}

}
