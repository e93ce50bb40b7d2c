package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.LinkedProfile;
import org.zhiqiao.platform.expert.CountedPeople.Trait;
import org.zhiqiao.platform.taxonomy.Crossings;
import org.zhiqiao.platform.taxonomy.Tally;

/** What other modules may ask about experts. */
@Component
public class Experts implements LinkedProfile {

	private static final int AT_ONCE = 500;

	private final ExpertTable table;

	private final ExpertViews views;

	private final CountedPeople people;

	private final JdbcClient jdbc;

	Experts(ExpertTable table, ExpertViews views, CountedPeople people, JdbcClient jdbc) {
		this.table = table;
		this.views = views;
		this.people = people;
		this.jdbc = jdbc;
	}

	/**
	 * Figures that anybody may know, over all published experts whose basics anybody may see.
	 *
	 * @param countries how many countries they have experience with
	 * @param languages how many languages they speak
	 */
	public record Figures(int experts, int verified, int countries, int languages) {

	}

	/**
	 * The cards of those who are published and whom the viewer may see, in the order asked for: the database's own answer,
	 * whatever an index suggested.
	 */
	@Transactional(readOnly = true)
	public List<ExpertCard> cards(Collection<Long> ids, Viewer viewer) {
		return this.views.cards(this.table.load(ids).stream().filter(Expert::published).toList(), viewer);
	}

	/** The numbers of what was recorded of somebody, as far as the viewer sees it on their profile; see {@link RecordedWork}. */
	@Transactional(readOnly = true)
	public Set<Long> recordedOf(long id, Viewer viewer) {
		return this.table.find(id)
				.filter(Expert::published)
				.map(expert -> this.views.recorded(expert, viewer))
				.orElse(List.of())
				.stream()
				.map(RecordedView::id)
				.collect(Collectors.toUnmodifiableSet());
	}

	/** Those among them who are published and have not said that they are not available. */
	@Transactional(readOnly = true)
	public Set<Long> findable(Collection<Long> ids) {
		return this.table.findable(ids);
	}

	/** Those among them who are published. */
	@Transactional(readOnly = true)
	public Set<Long> publishedAmong(Collection<Long> ids) {
		return ids.isEmpty()
				? Set.of()
				: Set.copyOf(this.jdbc.sql("SELECT id FROM expert WHERE id IN (:ids) AND state = 'published'")
						.param("ids", ids)
						.query((row, _) -> row.getLong(1))
						.list());
	}

	/** How to write to somebody, which nobody is shown; gone profiles have none. */
	@Transactional(readOnly = true)
	public Optional<Reach> reach(long id) {
		return this.table.find(id).filter((expert) -> expert.state() != State.GONE).map((expert) -> {
			var profile = expert.profile();
			return new Reach(expert.accountId(), profile.contact().email(), profile.offers().preferredLanguage(),
					profile.offers().timeZone());
		});
	}

	/**
	 * Where and how somebody wants to be written to.
	 *
	 * @param accountId of the person, if they have one
	 * @param email the address on the profile
	 * @param language BCP 47
	 * @param timeZone IANA
	 */
	public record Reach(@Nullable Long accountId, @Nullable String email, @Nullable String language,
			@Nullable String timeZone) {

	}

	/**
	 * Everybody who is published, by their numbers. Whoever calls may know all of a profile but its contact; what others may
	 * see of it is theirs to heed.
	 */
	@Transactional(readOnly = true)
	public List<Candidate> candidates() {
		var all = new ArrayList<Candidate>();
		var few = this.table.publishedAfter(0, AT_ONCE);
		while (!few.isEmpty()) {
			this.table.load(few).stream().map(Candidate::of).forEach(all::add);
			few = this.table.publishedAfter(few.getLast(), AT_ONCE);
		}
		return all;
	}

	/** Those among the numbers who are there at all, published or not; see {@link #candidates()}. */
	@Transactional(readOnly = true)
	public List<Candidate> candidates(Collection<Long> ids) {
		return this.table.load(ids).stream().filter(expert -> expert.state() != State.GONE).map(Candidate::of).toList();
	}

	/** The profile of an account. */
	@Transactional(readOnly = true)
	public Optional<Long> idOfAccount(long accountId) {
		return this.table.idOfAccount(accountId);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Long> expertId(long accountId) {
		return this.table.idOfAccount(accountId);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<ZoneId> zone(long accountId) {
		return this.jdbc.sql("SELECT time_zone, residence FROM expert WHERE account_id = ? AND state <> 'gone'")
				.param(accountId)
				.query((row, _) -> CountryZones.of(row.getString("time_zone"), row.getString("residence")))
				.optional()
				.flatMap(found -> found);
	}

	/** Those who are published, and became so after one moment and up to another. */
	@Transactional(readOnly = true)
	public List<Long> publishedBetween(Instant after, Instant until) {
		return this.jdbc
				.sql("SELECT id FROM expert WHERE state = 'published' AND published_at > ? AND published_at <= ? ORDER BY id")
				.params(LocalDateTime.ofInstant(after, ZoneOffset.UTC), LocalDateTime.ofInstant(until, ZoneOffset.UTC))
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** The number under which the profile is kept now, if it was merged into another; gone profiles have none. */
	@Transactional(readOnly = true)
	public Optional<Long> present(long id) {
		return this.table.find(id)
				.flatMap((expert) -> (expert.mergedInto() != null)
						? present(expert.mergedInto())
						: Optional.of(expert).filter((found) -> found.state() != State.GONE).map(Expert::id));
	}

	/** The number under which the profile was kept last, whether or not that one is gone; its own if it was never merged. */
	@Transactional(readOnly = true)
	public long last(long id) {
		return this.jdbc.sql("SELECT merged_into FROM expert WHERE id = ? AND merged_into IS NOT NULL")
				.param(id)
				.query(Long.class)
				.optional()
				.map(this::last)
				.orElse(id);
	}

	/** How many people can be found at all. */
	@Transactional(readOnly = true)
	public int published() {
		return count("SELECT COUNT(*) FROM expert WHERE state = 'published'");
	}

	@Transactional(readOnly = true)
	public Figures figures() {
		var shown = """
				FROM expert e JOIN expert_group b ON b.expert_id = e.id AND b.field_group = 'basics' AND b.visibility = 'public'
				""";
		var only = " WHERE e.state = 'published'";
		return new Figures(count("SELECT COUNT(*) " + shown + only),
				count("SELECT COUNT(*) " + shown + only + " AND e.verification_status = 'verified'"),
				count("SELECT COUNT(DISTINCT c.country) " + shown + """
						JOIN expert_country c ON c.expert_id = e.id
						JOIN expert_group g ON g.expert_id = e.id AND g.field_group = 'countries' AND g.visibility = 'public'
						""" + only),
				count("SELECT COUNT(DISTINCT l.language_code) " + shown + """
						JOIN expert_language l ON l.expert_id = e.id
						JOIN expert_group g ON g.expert_id = e.id AND g.field_group = 'languages' AND g.visibility = 'public'
						""" + only));
	}

	/**
	 * Of everybody who is published: how many know each industry and work in each city now. What somebody shows to nobody does
	 * not count, as nobody finds them by it; whoever is shown these figures may see all else.
	 *
	 * @param country with which they have experience; none for any
	 * @param language that they speak; none for any
	 */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCity(@Nullable String country, @Nullable String language) {
		var crossings = new Crossings();
		var traits = EnumSet.of(Trait.INDUSTRY, Trait.CITY);
		this.people.each(with(traits, country, language), person -> {
			var city = person.city();
			if (city != null && has(person, country, language)) {
				person.industries().forEach(industry -> crossings.add(industry, city, 1));
			}
		});
		return crossings.tallies();
	}

	/**
	 * Of the same people: how many know each industry and have experience with each country.
	 *
	 * @param city in which they work now; none for any place, also abroad
	 * @param language that they speak; none for any
	 */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCountry(@Nullable String city, @Nullable String language) {
		var crossings = new Crossings();
		var traits = EnumSet.of(Trait.INDUSTRY, Trait.COUNTRY);
		if (city != null) {
			traits.add(Trait.CITY);
		}
		this.people.each(with(traits, null, language), person -> {
			if ((city == null || city.equals(person.city())) && has(person, null, language)) {
				person.industries()
						.forEach(industry -> person.countries()
								.forEach(country -> crossings.add(industry, country, 1)));
			}
		});
		return crossings.tallies();
	}

	private static Set<Trait> with(Set<Trait> traits, @Nullable String country, @Nullable String language) {
		if (country != null) {
			traits.add(Trait.COUNTRY);
		}
		if (language != null) {
			traits.add(Trait.LANGUAGE);
		}
		return traits;
	}

	private static boolean has(CountedPeople.Person person, @Nullable String country, @Nullable String language) {
		return (country == null || person.countries().contains(country))
				&& (language == null || person.languages().contains(language));
	}

	private int count(String sql) {
		return this.jdbc.sql(sql).query(Integer.class).single();
	}

}
