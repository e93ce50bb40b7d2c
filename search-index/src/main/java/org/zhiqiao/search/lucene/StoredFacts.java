package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.FactGroup;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The facts of a person as bytes, each group with the circle that may see it.
 */
final class StoredFacts {

	private static final Audience[] AUDIENCES = Audience.values();

	/** Their order belongs to the layout of the index. */
	private static final FactGroup[] GROUPS = FactGroup.values();

	/** So many bits say which circle. */
	private static final int CIRCLE = 2;

	private static final CefrLevel[] LEVELS = CefrLevel.values();

	private StoredFacts() {}

	static void write(ExpertDocument document, List<String> domains, PackedWriter out) {
		out.large(document.id());
		out.large(document.updatedEpochMs());
		out.number(told(document));
		// who is nearer sees the same or more: mostly the same
		int seen = visible(document.pieces(), document.basicsAudience(), AUDIENCES[0]);
		out.number(seen);
		for (int i = 1; i < AUDIENCES.length; i++) {
			int more = visible(document.pieces(), document.basicsAudience(), AUDIENCES[i]);
			out.number(more - seen);
			seen = more;
		}
		write(out, domains);
		write(out, document.industries());
		out.number(document.languages().size());
		for (LanguageSkill skill : document.languages()) {
			out.text(skill.code());
			out.small(skill.level().step());
		}
		out.number(document.countries().size());
		for (CountryExperience experience : document.countries()) {
			out.text(experience.alpha2());
			out.text(experience.kind());
			out.year(experience.from());
			out.year(experience.to());
		}
		write(out, document.competences());
		write(out, document.offers());
		out.text(document.city());
		out.text(document.residence());
	}

	/**
	 * The circle that each group is told to and what is true or not, in one number, which is small where all is told
	 * to everybody.
	 */
	private static int told(ExpertDocument document) {
		int told = 0;
		for (int i = GROUPS.length - 1; i >= 0; i--) {
			told = told << CIRCLE | document.audienceOf(GROUPS[i]).level();
		}
		return told << 2 | (document.available() ? 0 : 2) | (document.verified() ? 1 : 0);
	}

	private static int visible(List<Piece> pieces, Audience basics, Audience viewer) {
		return Math
				.toIntExact(pieces.stream().filter((piece) -> viewer.sees(basics.stricter(piece.audience()))).count());
	}

	/**
	 * Reads what the viewer may know.
	 * @param evidenced concepts that the evidence speaks of which the viewer may see
	 */
	static ExpertFacts read(PackedReader in, Set<String> evidenced, Audience viewer, Thesaurus thesaurus) {
		long id = in.large();
		long updated = in.large();
		int told = in.number();
		boolean verified = (told & 1) != 0;
		boolean available = (told & 2) == 0;
		EnumSet<FactGroup> seen = EnumSet.noneOf(FactGroup.class);
		int circles = told >>> 2;
		for (FactGroup group : GROUPS) {
			if (viewer.sees(AUDIENCES[circles & (1 << CIRCLE) - 1])) {
				seen.add(group);
			}
			circles >>>= CIRCLE;
		}
		int pieces = 0;
		int visible = 0;
		for (Audience audience : AUDIENCES) {
			visible += in.number();
			pieces = (audience == viewer) ? visible : pieces;
		}
		List<String> domains = strings(in, seen.contains(FactGroup.EXPERTISE));
		List<String> industries = strings(in, seen.contains(FactGroup.EXPERTISE));
		List<LanguageSkill> languages = languages(in, seen.contains(FactGroup.LANGUAGES));
		List<CountryExperience> countries = countries(in, seen.contains(FactGroup.COUNTRIES));
		List<String> competences = strings(in, seen.contains(FactGroup.COMPETENCES));
		List<String> offers = strings(in, seen.contains(FactGroup.OFFERS));
		String city = in.text();
		String residence = in.text();
		boolean placeSeen = seen.contains(FactGroup.PLACE);
		boolean availabilitySeen = seen.contains(FactGroup.AVAILABILITY);
		Set<String> all = new LinkedHashSet<>(domains);
		all.addAll(evidenced);
		return new ExpertFacts(id, domains, evidenced, thesaurus.closureOf(all), industries, languages, countries,
				competences, offers, placeSeen ? city : "", placeSeen ? residence : "", verified,
				available && availabilitySeen, !available, pieces,
				updated);
	}

	private static void write(PackedWriter out, List<String> values) {
		out.number(values.size());
		for (String value : values) {
			out.text(value);
		}
	}

	private static List<String> strings(PackedReader in, boolean seen) {
		int count = in.number();
		List<String> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(in.text());
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static List<LanguageSkill> languages(PackedReader in, boolean seen) {
		int count = in.number();
		List<LanguageSkill> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(new LanguageSkill(in.text(), LEVELS[in.small() - 1]));
		}
		return seen ? List.copyOf(values) : List.of();
	}

	private static List<CountryExperience> countries(PackedReader in, boolean seen) {
		int count = in.number();
		List<CountryExperience> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(new CountryExperience(in.text(), in.text(), in.year(), in.year()));
		}
		return seen ? List.copyOf(values) : List.of();
	}

}
