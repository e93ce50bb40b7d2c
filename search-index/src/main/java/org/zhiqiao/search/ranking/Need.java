package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.Condition;

/**
 * What somebody is looked for. Each wish has a weight against others of its kind (1 is usual, 0
 * counts nothing); a must leaves out who does not fulfil it.
 *
 * @param title may be empty
 * @param description may be empty
 * @param except people to leave out
 */
public record Need(String title, String description, List<Domain> domains, List<Language> languages,
		List<Country> countries, List<Competence> competences, List<Other> others, Set<Long> except) {

	public Need {
		domains = List.copyOf(domains);
		languages = List.copyOf(languages);
		countries = List.copyOf(countries);
		competences = List.copyOf(competences);
		others = List.copyOf(others);
		except = Set.copyOf(except);
	}

	/**
	 * A need that is nothing but a text.
	 */
	public static Need of(String title, String description) {
		return new Need(title, description, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());
	}

	public Need withDomains(Domain... wishes) {
		return new Need(this.title, this.description, List.of(wishes), this.languages, this.countries,
				this.competences, this.others, this.except);
	}

	public Need withLanguages(Language... wishes) {
		return new Need(this.title, this.description, this.domains, List.of(wishes), this.countries,
				this.competences, this.others, this.except);
	}

	public Need withCountries(Country... wishes) {
		return new Need(this.title, this.description, this.domains, this.languages, List.of(wishes),
				this.competences, this.others, this.except);
	}

	public Need withCompetences(Competence... wishes) {
		return new Need(this.title, this.description, this.domains, this.languages, this.countries, List.of(wishes),
				this.others, this.except);
	}

	public Need withOthers(Other... wishes) {
		return new Need(this.title, this.description, this.domains, this.languages, this.countries,
				this.competences, List.of(wishes), this.except);
	}

	public Need without(Set<Long> people) {
		return new Need(this.title, this.description, this.domains, this.languages, this.countries,
				this.competences, this.others, people);
	}

	/**
	 * The need with its musts as wishes of the same weight.
	 */
	public Need relaxed() {
		return new Need(this.title, this.description,
				this.domains.stream()
						.map((one) -> new Domain(one.code(), one.term(), false, one.weight()))
						.toList(),
				this.languages.stream()
						.map((one) -> new Language(one.code(), one.level(), false, one.weight()))
						.toList(),
				this.countries.stream()
						.map((one) -> new Country(one.alpha2(), one.kinds(), false, one.weight()))
						.toList(),
				this.competences.stream().map((one) -> new Competence(one.code(), false, one.weight())).toList(),
				this.others.stream().map((one) -> new Other(one.condition(), false, one.weight())).toList(),
				this.except);
	}

	/**
	 * Whether the need says anything about the criterion; one that it does not ask for takes no
	 * part in the score.
	 */
	public boolean asksFor(Criterion criterion) {
		return switch (criterion) {
			case DOMAIN -> !this.title.isBlank() || !this.description.isBlank() || !this.domains.isEmpty();
			case LANGUAGE -> this.languages.stream().anyMatch((wish) -> wish.weight() > 0);
			case COUNTRY -> this.countries.stream().anyMatch((wish) -> wish.weight() > 0);
			case WISHES -> this.competences.stream().anyMatch((wish) -> wish.weight() > 0)
					|| this.others.stream().anyMatch((wish) -> wish.weight() > 0);
		};
	}

	/**
	 * The conditions of all musts, in the order of {@link #conditions}.
	 */
	public List<Condition> musts() {
		return asked().filter(Asked::must).map(Asked::condition).toList();
	}

	/**
	 * The conditions of all musts and wishes: domains, languages, countries, competences, others, each in the order of
	 * the need.
	 */
	public List<Condition> conditions() {
		return asked().map(Asked::condition).toList();
	}

	/** Whether a must or wish makes any difference: one that weighs nothing does not. */
	boolean counts(int place) {
		return asked().skip(place).findFirst().filter((one) -> one.must() || one.weight() > 0).isPresent();
	}

	/** The same need for those who fulfil a condition as well, which changes nobody's score. */
	Need withMust(Condition condition) {
		return withOthers(Stream.concat(this.others.stream(), Stream.of(new Other(condition, true, 0)))
				.toArray(Other[]::new));
	}

	private record Asked(Condition condition, boolean must, double weight) {

	}

	private Stream<Asked> asked() {
		return Stream.of(this.domains.stream().map((one) -> new Asked(one.condition(), one.must(), one.weight())),
				this.languages.stream().map((one) -> new Asked(one.condition(), one.must(), one.weight())),
				this.countries.stream().map((one) -> new Asked(one.condition(), one.must(), one.weight())),
				this.competences.stream().map((one) -> new Asked(one.condition(), one.must(), one.weight())),
				this.others.stream().map((one) -> new Asked(one.condition(), one.must(), one.weight())))
				.flatMap((some) -> some);
	}

	/**
	 * The conditions of the wishes by which people can be found without any text.
	 */
	List<Condition> wishes() {
		List<Condition> wishes = new ArrayList<>();
		this.languages.stream().map((wish) -> new Condition.Speaks(wish.code(), CefrLevel.A1)).forEach(wishes::add);
		this.countries.stream().map((wish) -> new Condition.KnowsCountry(wish.alpha2(), Set.of())).forEach(wishes::add);
		this.competences.stream().map(Competence::condition).forEach(wishes::add);
		this.others.stream().map(Other::condition).forEach(wishes::add);
		return wishes;
	}

	/**
	 * A domain by its concept code, or in free words where there is no code.
	 */
	public record Domain(String code, String term, boolean must, double weight) {

		public Domain {
			if (code.isBlank() == term.isBlank()) {
				throw new IllegalArgumentException("A domain has either a code or a term");
			}
			checkWeight(weight);
		}

		public static Domain concept(String code) {
			return new Domain(code, "", false, 1);
		}

		public static Domain free(String term) {
			return new Domain("", term, false, 1);
		}

		Condition condition() {
			return this.code.isBlank() ? new Condition.Mentions(this.term) : new Condition.KnowsDomain(this.code);
		}

	}

	/**
	 * A language and the level wanted.
	 */
	public record Language(String code, CefrLevel level, boolean must, double weight) {

		public Language {
			checkWeight(weight);
		}

		Condition condition() {
			return new Condition.Speaks(this.code, this.level);
		}

	}

	/**
	 * Experience with a country.
	 *
	 * @param alpha2 any of these countries; the members of a region, or just one
	 * @param kinds any of these kinds; empty for any
	 */
	public record Country(Set<String> alpha2, Set<String> kinds, boolean must, double weight) {

		public Country {
			alpha2 = Set.copyOf(alpha2);
			kinds = Set.copyOf(kinds);
			if (alpha2.isEmpty()) {
				throw new IllegalArgumentException("At least one country is needed");
			}
			checkWeight(weight);
		}

		public static Country of(String alpha2, boolean must) {
			return new Country(Set.of(alpha2), Set.of(), must, 1);
		}

		Condition condition() {
			return new Condition.KnowsCountry(this.alpha2, this.kinds);
		}

	}

	/**
	 * A competence, by its code.
	 */
	public record Competence(String code, boolean must, double weight) {

		public Competence {
			checkWeight(weight);
		}

		Condition condition() {
			return new Condition.HasCompetence(this.code);
		}

	}

	/**
	 * Any other condition, such as place, availability or what is offered.
	 */
	public record Other(Condition condition, boolean must, double weight) {

		public Other {
			checkWeight(weight);
		}

	}

	private static void checkWeight(double weight) {
		if (!(weight >= 0 && weight <= 1000)) {
			throw new IllegalArgumentException("A weight must be between 0 and 1000: " + weight);
		}
	}

}
