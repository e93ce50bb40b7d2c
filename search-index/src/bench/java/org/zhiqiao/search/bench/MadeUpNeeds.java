package org.zhiqiao.search.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.Facet;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.text.Concept;

/**
 * Needs and directory queries that follow from the seed: the same list at every size.
 */
final class MadeUpNeeds {

	private final Vocabulary vocabulary;

	private final MadeUpPeople people;

	private final long seed;

	MadeUpNeeds(Vocabulary vocabulary, MadeUpPeople people, long seed) {
		this.vocabulary = vocabulary;
		this.people = people;
		this.seed = ~seed;
	}

	/**
	 * Needs of a title and a few sentences, in Chinese, English or both.
	 */
	List<Need> needs(int count) {
		SplittableRandom random = new SplittableRandom(this.seed);
		List<Need> needs = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Concept main = this.vocabulary.concept(random);
			List<Concept> fields = List.of(main, this.vocabulary.near(main, random));
			int language = random.nextInt(10);
			boolean inChinese = language < 6;
			boolean mixed = language == 9;
			String title = this.vocabulary.text(fields, 5, 0.4, inChinese || mixed, random);
			String description = this.vocabulary.text(fields, inChinese ? 16 : 44, 0.1, inChinese, random);
			Need need = Need.of(title, description);
			if (random.nextBoolean()) {
				need = need.withDomains(Need.Domain.concept(main.code()));
			}
			if (random.nextBoolean()) {
				need = need
						.withLanguages(new Need.Language(random.nextBoolean() ? "en" : "de", CefrLevel.B2, false, 1));
			}
			if (random.nextBoolean()) {
				need = need.withCountries(Need.Country.of(random.nextBoolean() ? "DE" : "US", false));
			}
			needs.add(need);
		}
		return needs;
	}

	/**
	 * The need, for people who know a country that three in a hundred know.
	 */
	static Need filtered(Need need) {
		return need.withCountries(new Need.Country(Set.of(MadeUpPeople.RARE_COUNTRY), Set.of(), true, 1));
	}

	/**
	 * What people type: a term, a name, a few words, one of them within a country.
	 */
	List<DirectoryQuery> queries(int count, long experts) {
		SplittableRandom random = new SplittableRandom(this.seed + 1);
		List<DirectoryQuery> queries = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Concept concept = this.vocabulary.concept(random);
			boolean inChinese = random.nextBoolean();
			String term = this.vocabulary.term(concept, inChinese, random);
			String text = switch (i % 4) {
				case 0 -> term;
				case 1 -> this.people.expert(1 + random.nextLong(experts)).names().known().findFirst().orElse("");
				case 2 -> term + " " + this.vocabulary.word(concept, inChinese, random);
				default -> term + " " + this.vocabulary.term(this.vocabulary.near(concept, random), !inChinese, random);
			};
			DirectoryQuery query = DirectoryQuery.experts(Audience.REGISTERED, text);
			queries.add((i % 4 == 3) ? query.where(Facet.COUNTRY, "DE") : query);
		}
		return queries;
	}

}
