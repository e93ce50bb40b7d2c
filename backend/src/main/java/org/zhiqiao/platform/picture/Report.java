package org.zhiqiao.platform.picture;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.document.FigureTable;

/**
 * A report, before it is set.
 *
 * @param kind what kind of paper it is
 * @param facts pairs of a label and what there is, for the front page
 */
record Report(String kind, String subtitle, String title, Instant moment, Locale language, List<String[]> facts,
		List<Block> blocks) {

	/** What stands in it, one beneath the other. */
	sealed interface Block {

	}

	/** A heading of the first level. */
	record Section(String text) implements Block {

	}

	/** A sentence or more. */
	record Text(String text) implements Block {

	}

	/** What explains a figure. */
	record Note(String text) implements Block {

	}

	/** Figures. */
	record Figures(FigureTable table) implements Block {

	}

	/** The same for pages of the web. */
	ReportView view() {
		return new ReportView(this.title, this.blocks.stream().map(block -> switch (block) {
			case Section(var text) -> new ReportView.ReportPart(ReportView.PartKind.SECTION, text, null);
			case Text(var text) -> new ReportView.ReportPart(ReportView.PartKind.TEXT, text, null);
			case Note(var text) -> new ReportView.ReportPart(ReportView.PartKind.NOTE, text, null);
			case Figures(var table) -> new ReportView.ReportPart(ReportView.PartKind.TABLE, table.title(),
					new ReportView.ReportTable(table.columns().stream().map(FigureTable.Column::head).toList(),
							table.columns().stream().map(column -> column.kind().right()).toList(), table.texts()));
		}).toList());
	}

	/** A report as a page of the web shows it. */
	record ReportView(String title, List<ReportPart> parts) {

		/**
		 * A part.
		 *
		 * @param text heading, sentences, or the title of the table
		 */
		record ReportPart(PartKind kind, String text, @Nullable ReportTable table) {

		}

		/** What a part is. */
		enum PartKind {

			@JsonProperty("section")
			SECTION, @JsonProperty("text")
			TEXT, @JsonProperty("note")
			NOTE, @JsonProperty("table")
			TABLE

		}

		/**
		 * A table.
		 *
		 * @param figures which columns are numbers
		 */
		record ReportTable(List<String> heads, List<Boolean> figures, List<List<String>> rows) {

		}

	}

}
