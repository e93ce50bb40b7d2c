package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.DemandDocument;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.Facet;
import org.zhiqiao.search.FactGroup;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.text.PersonNames;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Turns people and needs into documents of the index.
 */
final class Documents {

	/** Concepts count how often they occur; the length of the list says nothing. */
	private static final FieldType CONCEPT = conceptType();

	private static final int SHOWN_SURFACE = 200;

	private final Thesaurus thesaurus;

	private final Glossing glossing;

	private final PieceVectors vectors;

	Documents(Thesaurus thesaurus, Glossing glossing, PieceVectors vectors) {
		this.thesaurus = thesaurus;
		this.glossing = glossing;
		this.vectors = vectors;
	}

	static Term key(DocumentRef ref) {
		return new Term(Fields.REF, ref.kind().name() + ref.id());
	}

	/**
	 * What of a person's evidence is given to the sentence model.
	 */
	List<String> vectorInputs(ExpertDocument expert, Embedding embedding) {
		return ownWords(expert).stream()
				.map((piece) -> embedding.input(whole(piece), this.glossing::english))
				.filter((input) -> !input.isEmpty())
				.toList();
	}

	/**
	 * Folded once, so that what a document asks for and what was computed are the same text.
	 */
	private static String whole(Piece piece) {
		return Folding.fold(piece.text().isBlank() ? piece.title() : piece.title() + ". " + piece.text()).strip();
	}

	/**
	 * The block of a person: pieces first, the record last.
	 */
	List<Document> of(ExpertDocument expert) {
		String ref = key(DocumentRef.expert(expert.id())).text();
		Document record = new Document();
		RecordParts parts = new RecordParts(record, expert.basicsAudience());
		Map<String, Audience> evidenced = new TreeMap<>();
		List<Document> block = new ArrayList<>();
		for (Piece piece : ownWords(expert)) {
			Audience audience = expert.basicsAudience().stricter(piece.audience());
			List<String> declared = (piece.kind() == PieceKind.EXPERTISE) ? expert.domains() : List.of();
			Map<String, String> concepts = new LinkedHashMap<>();
			CutText title = new CutText(piece.title());
			CutText text = new CutText(piece.text());
			block.add(piece(ref, expert.id(), piece, List.of(title, text), audience, declared, concepts));
			parts.text(title, audience);
			parts.text(text, audience);
			parts.title(title, audience);
			parts.concepts(concepts.keySet(), audience);
			parts.fact(FactTerms.kind(piece.kind().name().toLowerCase(Locale.ROOT)), audience);
			if (piece.year() != null) {
				parts.year(piece.year(), audience);
			}
			if (piece.kind() != PieceKind.EXPERTISE) {
				concepts.keySet()
						.forEach((code) -> evidenced.merge(code, audience,
								(one, other) -> one.sees(other) ? other : one));
			}
		}
		for (int i = 0; i < block.size(); i++) {
			block.get(i).add(new NumericDocValuesField(Fields.UP, block.size() - i));
		}
		record.add(new StringField(Fields.REF, ref, Field.Store.NO));
		record.add(new StringField(Fields.TYPE, Fields.EXPERT, Field.Store.NO));
		audience(record, expert.basicsAudience());
		record.add(new NumericDocValuesField(Fields.ID, expert.id()));
		record.add(new LongPoint(Fields.ID, expert.id()));
		record.add(new NumericDocValuesField(Fields.PIECES, block.size()));
		record.add(new BinaryDocValuesField(Fields.DATA, StoredFacts.write(expert, evidenced)));
		record.add(new NumericDocValuesField(Fields.UPDATED, expert.updatedEpochMs()));
		names(record, expert);
		parts.text(expert.affiliation(), expert.basicsAudience());
		facts(parts, expert, evidenced);
		block.add(record);
		return block;
	}

	/**
	 * The evidence, and before it what the person says of themselves in headline and declared
	 * domains: both speak for a person as evidence does.
	 */
	private List<Piece> ownWords(ExpertDocument expert) {
		List<Piece> pieces = new ArrayList<>();
		if (!expert.headline().isBlank()) {
			pieces.add(new Piece("headline", PieceKind.HEADLINE, expert.headline(), "", null, expert.basicsAudience()));
		}
		if (!expert.domains().isEmpty() || !expert.freeDomains().isEmpty()) {
			StringBuilder terms = new StringBuilder();
			for (String code : expert.domains()) {
				this.thesaurus.concept(code)
						.ifPresent(
								(concept) -> terms.append(concept.zh()).append("; ").append(concept.en()).append("; "));
			}
			pieces.add(new Piece("expertise", PieceKind.EXPERTISE, String.join("; ", expert.freeDomains()),
					terms.toString(), null, expert.audienceOf(FactGroup.EXPERTISE)));
		}
		pieces.addAll(expert.pieces());
		return pieces;
	}

	private Document piece(String ref, long expertId, Piece piece, List<CutText> texts, Audience audience,
			List<String> declared, Map<String, String> concepts) {
		Document document = new Document();
		document.add(new StringField(Fields.REF, ref, Field.Store.NO));
		document.add(new StringField(Fields.TYPE, Fields.PIECE, Field.Store.NO));
		document.add(new NumericDocValuesField(Fields.OWNER, expertId));
		audience(document, audience);
		for (CutText text : texts) {
			if (text.isBlank()) {
				continue;
			}
			for (Cut cut : text.cuts()) {
				document.add(text.bag(Fields.text(cut), cut));
			}
			for (Annotation found : this.thesaurus.annotator().annotate(text.original())) {
				document.add(new Field(Fields.concept(), found.code(), CONCEPT));
				concepts.putIfAbsent(found.code(), shortened(found.surface()));
			}
		}
		for (String code : declared) {
			document.add(new Field(Fields.concept(), code, CONCEPT));
			concepts.putIfAbsent(code, this.thesaurus.concept(code).map(Concept::en).orElse(code));
		}
		for (String code : this.thesaurus.closure(concepts.keySet())) {
			document.add(new StringField(Fields.closure(), code, Field.Store.NO));
		}
		String whole = whole(piece);
		String english = this.glossing.english(whole);
		if (Folding.hasHan(whole) && !english.isEmpty()) {
			document.add(new Field(Fields.GLOSS, english, CutText.BAG));
		}
		this.vectors.add(document, whole, (text) -> english);
		document.add(new StoredField(Fields.TITLE, piece.title()));
		document.add(new StoredField(Fields.TEXT, piece.text()));
		document.add(new BinaryDocValuesField(Fields.DATA,
				StoredPiece.write(piece.id(), piece.kind(), piece.title(), piece.year(), concepts)));
		return document;
	}

	private static String shortened(String surface) {
		return (surface.length() > SHOWN_SURFACE) ? surface.substring(0, SHOWN_SURFACE) : surface;
	}

	private static void names(Document record, ExpertDocument expert) {
		Set<String> terms = new LinkedHashSet<>();
		expert.names().known().forEach((name) -> terms.addAll(PersonNames.terms(name)));
		for (String term : terms) {
			record.add(new StringField(Fields.NAME, term, Field.Store.NO));
		}
		expert.names().known().forEach((name) -> record.add(new StoredField(Fields.STORED_NAME, name)));
		record.add(new StoredField(Fields.HEADLINE, expert.headline()));
		record.add(new StoredField(Fields.AFFILIATION, expert.affiliation()));
		record.add(new SortedDocValuesField(Fields.NAME_KEY, new BytesRef(PersonNames.sortKey(expert.names().zh(),
				expert.names().latin(), expert.names().nativeScript()))));
	}

	private static void facts(RecordParts parts, ExpertDocument expert, Map<String, Audience> evidenced) {
		Audience audience = expert.audienceOf(FactGroup.EXPERTISE);
		parts.known(expert.domains(), audience);
		evidenced.forEach((code, circle) -> parts.known(List.of(code), circle));
		for (String code : expert.industries()) {
			parts.fact(FactTerms.industry(code), audience);
			parts.facet(Facet.INDUSTRY, code, audience);
		}
		audience = expert.audienceOf(FactGroup.LANGUAGES);
		for (LanguageSkill skill : expert.languages()) {
			parts.fact(FactTerms.language(skill.code()), audience);
			for (CefrLevel level : CefrLevel.values()) {
				if (skill.level().reaches(level)) {
					parts.fact(FactTerms.language(skill.code(), level), audience);
				}
			}
			parts.facet(Facet.LANGUAGE, skill.code(), audience);
		}
		audience = expert.audienceOf(FactGroup.COUNTRIES);
		for (CountryExperience experience : expert.countries()) {
			parts.fact(FactTerms.country(experience.alpha2()), audience);
			parts.fact(FactTerms.country(experience.alpha2(), experience.kind()), audience);
			parts.facet(Facet.COUNTRY, experience.alpha2(), audience);
		}
		for (String code : expert.competences()) {
			parts.fact(FactTerms.competence(code), expert.audienceOf(FactGroup.COMPETENCES));
			parts.facet(Facet.COMPETENCE, code, expert.audienceOf(FactGroup.COMPETENCES));
		}
		for (String code : expert.offers()) {
			parts.fact(FactTerms.offer(code), expert.audienceOf(FactGroup.OFFERS));
			parts.facet(Facet.OFFER, code, expert.audienceOf(FactGroup.OFFERS));
		}
		audience = expert.audienceOf(FactGroup.PLACE);
		if (!expert.city().isBlank()) {
			parts.fact(FactTerms.city(expert.city()), audience);
			parts.facet(Facet.CITY, expert.city(), audience);
		}
		if (!expert.residence().isBlank()) {
			parts.fact(FactTerms.residence(expert.residence()), audience);
			parts.facet(Facet.RESIDENCE, expert.residence(), audience);
		}
		if (expert.verified()) {
			parts.fact(FactTerms.VERIFIED, expert.basicsAudience());
			parts.facet(Facet.VERIFIED, "true", expert.basicsAudience());
		}
		if (expert.available()) {
			parts.fact(FactTerms.AVAILABLE, expert.audienceOf(FactGroup.AVAILABILITY));
			parts.facet(Facet.AVAILABLE, "true", expert.audienceOf(FactGroup.AVAILABILITY));
		}
	}

	/**
	 * The record of a need.
	 */
	Document of(DemandDocument demand) {
		Document record = new Document();
		Audience audience = demand.audience();
		RecordParts parts = new RecordParts(record, audience);
		record.add(new StringField(Fields.REF, key(DocumentRef.demand(demand.id())).text(), Field.Store.NO));
		record.add(new StringField(Fields.TYPE, Fields.DEMAND, Field.Store.NO));
		audience(record, audience);
		record.add(new NumericDocValuesField(Fields.ID, demand.id()));
		record.add(new LongPoint(Fields.ID, demand.id()));
		record.add(new NumericDocValuesField(Fields.UPDATED, demand.updatedEpochMs()));
		record.add(new NumericDocValuesField(Fields.DEADLINE,
				(demand.deadline() != null) ? demand.deadline().toEpochDay() : Long.MAX_VALUE));
		record.add(new SortedDocValuesField(Fields.NAME_KEY, new BytesRef(key(demand.title()))));
		record.add(new StoredField(Fields.TITLE, demand.title()));
		record.add(new StoredField(Fields.TEXT, demand.description()));
		record.add(new StoredField(Fields.AFFILIATION, demand.owner()));
		parts.title(new CutText(demand.title()), audience);
		Set<String> codes = new LinkedHashSet<>(demand.domains());
		List<String> texts = new ArrayList<>(List.of(demand.title(), demand.description(), demand.owner()));
		texts.addAll(demand.freeDomains());
		for (String text : texts) {
			parts.text(text, audience);
			this.thesaurus.annotator().annotate(text).forEach((found) -> codes.add(found.code()));
		}
		for (String code : demand.domains()) {
			this.thesaurus.concept(code).ifPresent((concept) -> {
				parts.text(concept.zh(), audience);
				parts.text(concept.en(), audience);
			});
		}
		parts.concepts(codes, audience);
		parts.known(codes, audience);
		demand.industries().forEach((code) -> parts.both(Facet.INDUSTRY, code, FactTerms.industry(code), audience));
		demand.countries().forEach((code) -> parts.both(Facet.COUNTRY, code, FactTerms.country(code), audience));
		demand.languages().forEach((code) -> parts.both(Facet.LANGUAGE, code, FactTerms.language(code), audience));
		if (!demand.city().isBlank()) {
			parts.both(Facet.CITY, demand.city(), FactTerms.city(demand.city()), audience);
		}
		if (!demand.kind().isBlank()) {
			parts.both(Facet.KIND, demand.kind(), FactTerms.kind(demand.kind()), audience);
		}
		if (demand.open()) {
			parts.both(Facet.OPEN, "true", FactTerms.OPEN, audience);
		}
		return record;
	}

	private static String key(String title) {
		String key = PersonNames.titleKey(title);
		return (key.length() > SHOWN_SURFACE) ? key.substring(0, SHOWN_SURFACE) : key;
	}

	private static void audience(Document document, Audience audience) {
		for (Audience viewer : Audience.values()) {
			if (viewer.sees(audience)) {
				document.add(new StringField(Fields.AUDIENCE, Integer.toString(viewer.level()), Field.Store.NO));
			}
		}
	}

	private static FieldType conceptType() {
		FieldType type = new FieldType();
		type.setTokenized(false);
		type.setOmitNorms(true);
		type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		type.freeze();
		return type;
	}

	/**
	 * Puts texts and facts into the fields of those who may see them.
	 */
	private final class RecordParts {

		private final Document record;

		private final Audience basics;

		private final Set<String> seen = new LinkedHashSet<>();

		private RecordParts(Document record, Audience basics) {
			this.record = record;
			this.basics = basics;
		}

		private void text(String text, Audience audience) {
			text(new CutText(text), audience);
		}

		private void text(CutText text, Audience audience) {
			if (!text.isBlank()) {
				for (Cut cut : text.cuts()) {
					this.record.add(text.field(Fields.text(cut, this.basics.stricter(audience)), cut));
				}
			}
		}

		private void title(CutText title, Audience audience) {
			if (!title.isBlank()) {
				for (Cut cut : title.cuts()) {
					this.record.add(title.field(Fields.title(cut, this.basics.stricter(audience)), cut));
				}
			}
		}

		private void concepts(Set<String> codes, Audience audience) {
			for (String code : codes) {
				this.record.add(new Field(Fields.concept(this.basics.stricter(audience)), code, CONCEPT));
			}
		}

		private void year(int year, Audience audience) {
			for (Audience viewer : viewers(audience)) {
				this.record.add(new IntPoint(Fields.yearsFor(viewer), year));
			}
		}

		/**
		 * Concepts that the person or need has to do with, with everything above them.
		 */
		private void known(Iterable<String> codes, Audience audience) {
			List<String> given = new ArrayList<>();
			codes.forEach(given::add);
			for (String code : Documents.this.thesaurus.closure(given)) {
				for (Audience viewer : viewers(audience)) {
					if (this.seen.add(Fields.closureFor(viewer) + ' ' + code)) {
						this.record.add(new StringField(Fields.closureFor(viewer), code, Field.Store.NO));
					}
				}
				facet(Facet.DOMAIN, code, audience);
			}
		}

		private void fact(String term, Audience audience) {
			for (Audience viewer : viewers(audience)) {
				this.record.add(new StringField(Fields.factsFor(viewer), term, Field.Store.NO));
			}
		}

		private void facet(Facet facet, String value, Audience audience) {
			for (Audience viewer : viewers(audience)) {
				this.record
						.add(new SortedSetDocValuesField(Fields.facetsFor(viewer),
								new BytesRef(facet.name() + ':' + value)));
			}
		}

		private void both(Facet facet, String value, String term, Audience audience) {
			fact(term, audience);
			facet(facet, value, audience);
		}

		private List<Audience> viewers(Audience audience) {
			Audience effective = this.basics.stricter(audience);
			List<Audience> viewers = new ArrayList<>();
			for (Audience viewer : Audience.values()) {
				if (viewer.sees(effective)) {
					viewers.add(viewer);
				}
			}
			return viewers;
		}

	}

}
