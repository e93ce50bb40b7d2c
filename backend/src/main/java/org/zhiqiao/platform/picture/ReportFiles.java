package org.zhiqiao.platform.picture;

import java.util.Locale;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.document.Fonts;
import org.zhiqiao.platform.document.Sheet;
import org.zhiqiao.platform.document.WordFile;
import org.zhiqiao.platform.picture.Report.Figures;
import org.zhiqiao.platform.picture.Report.Note;
import org.zhiqiao.platform.picture.Report.Section;
import org.zhiqiao.platform.picture.Report.Text;
import org.zhiqiao.platform.problem.Texts;

/** Sets a report: to print, and to edit further. */
@Component
class ReportFiles {

	private final Texts texts;

	ReportFiles(Texts texts) {
		this.texts = texts;
	}

	byte[] pdf(Report report) {
		return Sheet.set(Fonts.own(), head(report), sheet -> {
			sheet.cover(report.kind(), report.subtitle(), report.title());
			sheet.facts(report.facts());
			sheet.newPage();
			for (var block : report.blocks()) {
				switch (block) {
					case Section(var text) -> sheet.section(text, "");
					case Text(var text) -> sheet.text(text);
					case Note(var text) -> sheet.note(text);
					case Figures(var table) -> sheet.figures(table);
				}
			}
		});
	}

	byte[] word(Report report) {
		return WordFile.of(head(report), file -> {
			file.cover(report.kind(), report.subtitle(), report.title());
			file.facts(report.facts());
			file.newPage();
			for (var block : report.blocks()) {
				switch (block) {
					case Section(var text) -> file.section(text);
					case Text(var text) -> file.text(text);
					case Note(var text) -> file.note(text);
					case Figures(var table) -> file.figures(table);
				}
			}
		});
	}

	private Sheet.Head head(Report report) {
		return new Sheet.Head(report.title(), word(report.language(), "report.author"), report.moment(),
				report.language(), word(report.language(), "report.pages"));
	}

	private String word(Locale language, String key) {
		return this.texts.text(language, "picture." + key);
	}

}
