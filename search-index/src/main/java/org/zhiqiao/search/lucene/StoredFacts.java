package org.zhiqiao.search.lucene;

import java.util.ArrayList;
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

	private static final CefrLevel[] LEVELS = CefrLevel.values();

	private StoredFacts() {}

	static void write(ExpertDocument document, List<String> domains, PackedWriter out) {
		out.large(document.id());
		out.large(document.updatedEpochMs());
		out.flag(document.verified());
		for (Audience audience : AUDIENCES) {
			out.number(visible(document.pieces(), document.basicsAudience(), audience));
		}
		out.small(document.audienceOf(FactGroup.EXPERTISE).level());
		write(out, domains);
		write(out, document.industries());
		out.small(document.audienceOf(FactGroup.LANGUAGES).level());
		out.number(document.languages().size());
		for (LanguageSkill skill : document.languages()) {
			out.text(skill.code());
			out.small(skill.level().step());
		}
		out.small(document.audienceOf(FactGroup.COUNTRIES).level());
		out.number(document.countries().size());
		for (CountryExperience experience : document.countries()) {
			out.text(experience.alpha2());
			out.text(experience.kind());
			out.year(experience.from());
			out.year(experience.to());
		}
		out.small(document.audienceOf(FactGroup.COMPETENCES).level());
		write(out, document.competences());
		out.small(document.audienceOf(FactGroup.OFFERS).level());
		write(out, document.offers());
		out.small(document.audienceOf(FactGroup.PLACE).level());
		out.text(document.city());
		out.text(document.residence());
		out.small(document.audienceOf(FactGroup.AVAILABILITY).level());
		out.flag(document.available());
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
		boolean verified = in.flag();
		int pieces = 0;
		for (Audience audience : AUDIENCES) {
			int visible = in.number();
			pieces = (audience == viewer) ? visible : pieces;
		}
		boolean seen = sees(viewer, in);
		List<String> domains = strings(in, seen);
		List<String> industries = strings(in, seen);
		List<LanguageSkill> languages = languages(in, sees(viewer, in));
		List<CountryExperience> countries = countries(in, sees(viewer, in));
		List<String> competences = strings(in, sees(viewer, in));
		List<String> offers = strings(in, sees(viewer, in));
		seen = sees(viewer, in);
		String city = in.text();
		String residence = in.text();
		boolean placeSeen = seen;
		boolean availabilitySeen = sees(viewer, in);
		boolean available = in.flag() && availabilitySeen;
		Set<String> all = new LinkedHashSet<>(domains);
		all.addAll(evidenced);
		return new ExpertFacts(id, domains, evidenced, thesaurus.closureOf(all), industries, languages, countries,
				competences, offers, placeSeen ? city : "", placeSeen ? residence : "", verified, available, pieces,
				updated);
	}

	private static boolean sees(Audience viewer, PackedReader in) {
		return viewer.sees(AUDIENCES[in.small()]);
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
