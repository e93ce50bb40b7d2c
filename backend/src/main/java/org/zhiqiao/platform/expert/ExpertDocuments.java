package org.zhiqiao.platform.expert;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.search.DocumentSource;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.FactGroup;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;

/** Gives the index what may be found of the experts. What is private is not among it. */
@Component
class ExpertDocuments implements DocumentSource {

	private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final ExpertTable table;

	private final Employers employers;

	private final RecordedEvidence recorded;

	ExpertDocuments(ExpertTable table, Employers employers, RecordedEvidence recorded) {
		this.table = table;
		this.employers = employers;
		this.recorded = recorded;
	}

	@Override
	public SubjectKind kind() {
		return SubjectKind.EXPERT;
	}

	@Override
	@Transactional(readOnly = true)
	public List<IndexChange> load(Collection<Long> ids) {
		var changes = new ArrayList<IndexChange>();
		var missing = new HashSet<>(ids);
		var recorded = this.recorded.of(ids);
		for (var expert : this.table.load(ids)) {
			if (expert.published() && expert.visibility(Group.BASICS) != Visibility.PRIVATE) {
				changes.add(
						new IndexChange.PutExpert(
								document(expert, this.employers.cityOf(expert.profile()).orElse(""),
										recorded.getOrDefault(expert.id(), List.of()))));
				missing.remove(expert.id());
			}
		}
		missing.forEach((id) -> changes.add(new IndexChange.Remove(DocumentRef.expert(id))));
		return changes;
	}

	@Override
	public List<Long> idsAfter(long after, int limit) {
		return this.table.publishedAfter(after, limit);
	}

	@Override
	public long count() {
		return this.table.countPublished();
	}

	private static ExpertDocument document(Expert expert, String city, List<RecordedWork> recorded) {
		var shown = new HashSet<>(List.of(Group.values()));
		shown.removeIf((group) -> expert.visibility(group) == Visibility.PRIVATE);
		var profile = expert.profile().only(shown);
		var basics = profile.basics();
		var expertise = profile.expertise();
		var document = ExpertDocument.of(expert.id(),
				new org.zhiqiao.search.Names(plain(basics.names().zh()), plain(basics.names().latin()),
						plain(basics.names().nativeScript())))
				.headline(both(new Bilingual(basics.title().zh(), basics.title().en())))
				.affiliation((basics.affiliation() != null) ? both(basics.affiliation().name()) : "")
				.basicsAudience(audience(expert, Group.BASICS))
				.pieces(pieces(expert, profile, recorded))
				.domains(expertise.domains())
				.freeDomains(expertise.freeDomains())
				.industries(expertise.industries())
				.competences(expertise.competences())
				.languages(profile.languages()
						.stream()
						.map((language) -> new org.zhiqiao.search.LanguageSkill(language.code(),
								CefrLevel.valueOf(language.level().toUpperCase(Locale.ROOT))))
						.toList())
				.countries(profile.countries()
						.stream()
						.map((stay) -> new org.zhiqiao.search.CountryExperience(stay.code(), stay.kind(), stay.from(),
								stay.to()))
						.toList())
				.offers(profile.offers().offers())
				.available(!"none".equals(profile.offers().availability().status()))
				.city(city)
				.residence(plain(basics.residence()))
				.verified(expert.verified())
				.updatedEpochMs(expert.updatedAt().toEpochMilli());
		document.audience(FactGroup.PLACE, audience(expert, Group.BASICS));
		document.audience(FactGroup.EXPERTISE, audience(expert, Group.EXPERTISE));
		document.audience(FactGroup.COMPETENCES, audience(expert, Group.EXPERTISE));
		document.audience(FactGroup.LANGUAGES, audience(expert, Group.LANGUAGES));
		document.audience(FactGroup.COUNTRIES, audience(expert, Group.COUNTRIES));
		document.audience(FactGroup.OFFERS, audience(expert, Group.OFFERS));
		document.audience(FactGroup.AVAILABILITY, audience(expert, Group.OFFERS));
		return document.build();
	}

	private static List<Piece> pieces(Expert expert, Profile profile, List<RecordedWork> recorded) {
		var pieces = new ArrayList<Piece>();
		var basics = profile.basics();
		var known = audience(expert, Group.BASICS);
		if (basics.summary().zh() != null) {
			pieces.add(new Piece("summary-zh", PieceKind.SUMMARY, "", basics.summary().zh(), null, known));
		}
		if (basics.summary().en() != null) {
			pieces.add(new Piece("summary-en", PieceKind.SUMMARY, "", basics.summary().en(), null, known));
		}
		if (basics.affiliation() != null) {
			pieces.add(piece("affiliation-0", basics.affiliation(), known));
		}
		var background = audience(expert, Group.BACKGROUND);
		for (var affiliation : profile.background().earlier()) {
			pieces.add(piece("affiliation-" + (pieces.size() + 1), affiliation, background));
		}
		for (var degree : profile.background().degrees()) {
			// The level is a code and says nothing of the field: it is neither searched nor shown as a reason.
			pieces.add(new Piece("degree-" + (pieces.size() + 1), PieceKind.DEGREE,
					joined(degree.field(), degree.institution()), "", degree.year(), background));
		}
		var evidence = audience(expert, Group.EVIDENCE);
		// Its countries are no country experience: they are the partners', and whether this person was there nobody recorded.
		var works = (expert.visibility(Group.EVIDENCE) != Visibility.PRIVATE)
				? recorded.stream()
						.filter(work -> work.evidence() && !expert.exclusions().contains(work.key()))
						.toList()
				: List.<RecordedWork>of();
		var told = works.stream()
				.flatMap(work -> Stream.of(work.title().zh(), work.title().en()))
				.map(ExpertDocuments::letters)
				.filter(title -> !title.isEmpty())
				.collect(Collectors.toSet());
		for (var piece : profile.evidence()) {
			if (kind(piece.kind()) == PieceKind.PROJECT && told.contains(letters(piece.title()))) {
				// The person lists a project that was recorded as well: it counts once, as it was reviewed.
				continue;
			}
			pieces.add(new Piece(Objects.requireNonNull(piece.id()).toString(), kind(piece.kind()), piece.title(),
					plain(piece.abstractText()), piece.year(), evidence));
		}
		works.forEach(work -> pieces.add(new Piece("cooperation-" + work.id(), PieceKind.COOPERATION,
				both(work.title()), work.text(), work.fromYear(), evidence)));
		return pieces;
	}

	/** A title without what two people write differently: case, width, spaces and signs. */
	private static String letters(@Nullable String title) {
		return NEITHER_LETTER_NOR_DIGIT
				.matcher(Normalizer.normalize(plain(title), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
				.replaceAll("");
	}

	private static Piece piece(String id, Affiliation affiliation, Audience audience) {
		return new Piece(id, PieceKind.AFFILIATION, both(affiliation.name()), plain(affiliation.role()),
				affiliation.from(), audience);
	}

	/** Kinds that an administrator added count as other evidence. */
	private static PieceKind kind(String code) {
		return switch (code) {
			case "publication" -> PieceKind.PUBLICATION;
			case "project" -> PieceKind.PROJECT;
			case "patent" -> PieceKind.PATENT;
			case "role" -> PieceKind.ROLE;
			case "award" -> PieceKind.AWARD;
			case "standard" -> PieceKind.STANDARD;
			case "product" -> PieceKind.PRODUCT;
			default -> PieceKind.OTHER;
		};
	}

	private static Audience audience(Expert expert, Group group) {
		return switch (expert.visibility(group)) {
			case PUBLIC -> Audience.PUBLIC;
			case REGISTERED -> Audience.REGISTERED;
			// Of a private group there is nothing in the document that an audience could see.
			case MATCHED, PRIVATE -> Audience.MATCHED;
		};
	}

	private static String both(Bilingual text) {
		return joined(text.zh(), text.en());
	}

	private static String joined(@Nullable String one, @Nullable String two) {
		return Stream.of(plain(one), plain(two)).filter((text) -> !text.isEmpty()).distinct()
				.collect(Collectors.joining(" · "));
	}

	private static String plain(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
