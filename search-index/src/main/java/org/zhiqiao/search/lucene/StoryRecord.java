package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryPage.Highlight;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.Facet;
import org.zhiqiao.search.StoryDocument;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Turns a story into its record, and finds in the record what was looked for. Everybody sees all of it.
 */
final class StoryRecord {

	private static final Audience CIRCLE = Audience.PUBLIC;

	private final StoryDocument story;

	private final Thesaurus thesaurus;

	private final Document record = new Document();

	StoryRecord(StoryDocument story, Thesaurus thesaurus) {
		this.story = story;
		this.thesaurus = thesaurus;
	}

	Document document() {
		boolean study = this.story.ref().kind() == DocumentKind.STUDY;
		this.record.add(new StringField(Fields.REF, Documents.key(this.story.ref()).text(), Field.Store.NO));
		this.record.add(new StringField(Fields.TYPE, study ? Fields.STUDY : Fields.STORY, Field.Store.NO));
		Documents.audience(this.record, CIRCLE);
		this.record.add(new NumericDocValuesField(Fields.ID, this.story.ref().id()));
		this.record.add(new LongPoint(Fields.ID, this.story.ref().id()));
		this.record.add(new NumericDocValuesField(Fields.OF_STUDY, study ? 1 : 0));
		this.record.add(new NumericDocValuesField(Fields.UPDATED, this.story.publishedEpochMs()));
		this.record.add(new SortedDocValuesField(Fields.NAME_KEY, new BytesRef(
				this.story.texts().isEmpty() ? "" : Documents.key(this.story.texts().getFirst().title()))));
		concepts(texts());
		facts();
		return this.record;
	}

	/**
	 * Codes of what the texts mention and the story is said to be about.
	 */
	private Set<String> texts() {
		Set<String> codes = new LinkedHashSet<>(this.story.domains());
		for (StoryDocument.Text told : this.story.texts()) {
			TextFields.add(this.record, Fields::recordTitle, told.title());
			text(told.title(), codes);
			text(told.text(), codes);
			this.record.add(new StoredField(Fields.TITLE, told.title()));
			this.record.add(new StoredField(Fields.TEXT, told.text()));
		}
		for (String name : this.story.names()) {
			text(name, codes);
			this.record.add(new StoredField(Fields.AFFILIATION, name));
		}
		return codes;
	}

	private void text(String text, Set<String> codes) {
		TextFields.add(this.record, Fields::recordText, text);
		this.thesaurus.annotator().annotate(text).forEach((found) -> codes.add(found.code()));
	}

	private void concepts(Set<String> codes) {
		codes.forEach((code) -> this.record.add(new Field(Fields.recordConcept(), code, Documents.CONCEPT)));
		for (String code : this.thesaurus.closure(codes)) {
			this.record.add(new StringField(Fields.recordClosure(), code, Field.Store.NO));
			facet(Facet.DOMAIN, code);
		}
	}

	private void facts() {
		fact(Facet.KIND, this.story.kind());
		this.story.texts().forEach((told) -> fact(Facet.LANGUAGE, told.language()));
		this.story.industries().forEach((code) -> fact(Facet.INDUSTRY, code));
		this.story.countries().forEach((code) -> fact(Facet.COUNTRY, code));
		this.story.cities().forEach((code) -> fact(Facet.CITY, code));
	}

	private void fact(Facet facet, String code) {
		this.record.add(
				new StringField(Fields.facts(CIRCLE), DirectorySearch.term(facet, code), Field.Store.NO));
		facet(facet, code);
	}

	private void facet(Facet facet, String code) {
		this.record
				.add(new SortedSetDocValuesField(Fields.facets(CIRCLE), new BytesRef(facet.name() + ':' + code)));
	}

	/**
	 * Titles, texts and names in which something was found.
	 * @param record as it is stored
	 */
	static List<Highlight> highlights(Document record, Highlighting highlighting) {
		List<Highlight> highlights = new ArrayList<>();
		for (String title : record.getValues(Fields.TITLE)) {
			highlighting.text("title", "", title).ifPresent(highlights::add);
		}
		for (String text : record.getValues(Fields.TEXT)) {
			highlighting.text("description", "", text).ifPresent(highlights::add);
		}
		for (String name : record.getValues(Fields.AFFILIATION)) {
			highlighting.text("affiliation", "", name).ifPresent(highlights::add);
		}
		return highlights;
	}

}
