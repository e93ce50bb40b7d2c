package org.zhiqiao.platform.picture;

import java.util.List;
import java.util.Locale;

import org.zhiqiao.platform.document.FigureTable;

/** A chapter that another module adds to the report, after the outcome of needs; in the order of the beans. */
public interface ReportChapter {

	/** Its heading. */
	String title(Locale language);

	/** Sentences that say what the figures mean; none if there is nothing to say, then the chapter is left out. */
	List<String> sentences(ReportAsked asked, Locale language);

	/** Its tables. */
	List<FigureTable> tables(ReportAsked asked, Locale language);

}
