package org.zhiqiao.platform.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.document.FigureTable;
import org.zhiqiao.platform.document.FigureTable.Column;
import org.zhiqiao.platform.document.FigureTable.Kind;
import org.zhiqiao.platform.document.Spreadsheet;
import org.zhiqiao.platform.picture.BalanceView.PeopleByResidence;
import org.zhiqiao.platform.picture.BalanceView.ReachedPeople;
import org.zhiqiao.platform.picture.SmallCounts.PeopleCount;

/** Puts the balance into a workbook: what the page does not tell, the workbook does not either, nor with more digits. */
@Component
class BalanceTables {

	private static final int WIDE = 30;

	private static final int NUMBER = 22;

	private final FigureTables tables;

	BalanceTables(FigureTables tables) {
		this.tables = tables;
	}

	byte[] workbook(BalanceView view, Locale language) {
		var notes = new ArrayList<List<String>>();
		notes.add(List.of(word(language, "year"), String.valueOf(view.year())));
		notes.add(List.of(word(language, "panels"), String.valueOf(view.panels().panels())));
		for (var note : List.of("small", "spread", "sealed", "left")) {
			notes.add(List.of(word(language, "note." + note + ".label"), word(language, "note." + note)));
		}
		return Spreadsheet.of(List.of(residence(view, language), spread(view, language), often(view, language)),
				this.tables.word(language, "sheet.notes"), notes);
	}

	private FigureTable residence(BalanceView view, Locale language) {
		var groups = List.of(view.available(), view.recommended().people(), view.panels().members().people());
		return new FigureTable(word(language, "sheet.residence"),
				List.of(text(language, "where"), count(word(language, "available")), count(recommended(view, language)),
						count(members(view, language))),
				List.of(row(language, "total", groups, PeopleByResidence::total),
						row(language, "home", groups, PeopleByResidence::home),
						row(language, "overseas", groups, PeopleByResidence::overseas),
						row(language, "unknown", groups, PeopleByResidence::unknown)));
	}

	private List<@Nullable Object> row(Locale language, String key, List<PeopleByResidence> groups,
			Function<PeopleByResidence, PeopleCount> part) {
		var cells = new ArrayList<@Nullable Object>();
		cells.add(word(language, key));
		groups.forEach(group -> cells.add(told(part.apply(group), language)));
		return cells;
	}

	private FigureTable spread(BalanceView view, Locale language) {
		return new FigureTable(word(language, "sheet.spread"),
				List.of(text(language, "whom"), new Column(word(language, "top-ten"), Kind.ROUGH_SHARE, NUMBER),
						new Column(word(language, "gini"), Kind.ROUGH_INDEX, NUMBER)),
				List.of(spread(recommended(view, language), view.recommended()),
						spread(members(view, language), view.panels().members())));
	}

	private static List<@Nullable Object> spread(String whom, ReachedPeople reached) {
		return Arrays.asList(whom, reached.topTen(), reached.gini());
	}

	private FigureTable often(BalanceView view, Locale language) {
		var panels = view.panels();
		return new FigureTable(word(language, "sheet.often"),
				List.of(text(language, "seats"), count(word(language, "people"))),
				List.of(List.of(word(language, "once"), told(panels.once(), language)),
						List.of(word(language, "twice"), told(panels.twice(), language)),
						List.of(word(language, "more"), told(panels.more(), language))));
	}

	/** A number, or in words why there is none. */
	private Object told(PeopleCount count, Locale language) {
		var number = count.count();
		return (number != null) ? number : word(language, count.small() ? "small" : "hidden");
	}

	private String recommended(BalanceView view, Locale language) {
		return word(language, "recommended", String.valueOf(view.days()));
	}

	private String members(BalanceView view, Locale language) {
		return word(language, "members", String.valueOf(view.year()));
	}

	private Column text(Locale language, String key) {
		return new Column(word(language, key), Kind.TEXT, WIDE);
	}

	private static Column count(String head) {
		return new Column(head, Kind.COUNT, NUMBER);
	}

	private String word(Locale language, String key, Object... arguments) {
		return this.tables.word(language, "balance." + key, arguments);
	}

}
