package org.zhiqiao.platform.research;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.zhiqiao.platform.moment.Moments;

/** How to cite a study. */
final class Citation {

	/** From the fourth on, authors are summed up (GB/T 7714-2015, 8.1.2). */
	private static final int NAMED = 3;

	private Citation() {}

	/**
	 * After GB/T 7714-2015, 8.4 with the mark of a report on line, [R/OL]: authors, title, edition, day of publication, day of
	 * citing, address.
	 */
	static String gbt(List<String> authors, String title, int edition, Instant published, LocalDate today,
			String address) {
		return (authors.isEmpty() ? "" : names(authors, ", ", ", 等") + ". ") + title + "[R/OL]. "
				+ ((edition > 1) ? edition + "版. " : "") + "(" + day(published) + ")[" + today + "]. " + address + ".";
	}

	/** In plain English. */
	static String english(List<String> authors, String title, int edition, Instant published, LocalDate today,
			String address) {
		var format = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
		return (authors.isEmpty() ? "Zhiqiao" : names(authors, ", ", ", et al.")) + " (" + day(published).getYear()
				+ "). "
				+ title + ((edition > 1) ? " (edition " + edition + ")" : "") + ". Zhiqiao, "
				+ format.format(day(published)) + ". " + address + " (seen on " + format.format(today) + ").";
	}

	private static String names(List<String> authors, String between, String others) {
		return String.join(between, authors.subList(0, Math.min(NAMED, authors.size())))
				+ ((authors.size() > NAMED) ? others : "");
	}

	private static LocalDate day(Instant moment) {
		return moment.atZone(Moments.HERE).toLocalDate();
	}

}
