package org.zhiqiao.platform.panel.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.zhiqiao.platform.document.Sheet;
import org.zhiqiao.platform.panel.dossier.Declared.Answer;
import org.zhiqiao.platform.panel.dossier.Declared.Asked;
import org.zhiqiao.platform.panel.dossier.Declared.Round;
import org.zhiqiao.platform.panel.dossier.Declared.Standing;
import org.zhiqiao.platform.panel.dossier.Declared.Told;

/** The part of the dossier on declarations: who was asked and when, what each answered, and which standing ties there are. */
final class DeclarationChapter {

	private final Declared declared;

	private final Map<Integer, String> titles;

	private final Words words;

	DeclarationChapter(Declared declared, List<Dossier.Item> items, Words words) {
		this.declared = declared;
		this.titles = items.stream().collect(Collectors.toMap(Dossier.Item::number, Dossier.Item::title));
		this.words = words;
	}

	void write(Sheet sheet) {
		sheet.section(zh("section.declarations"), en("section.declarations"));
		sheet.note(zh(this.declared.required() ? "declared.required" : "declared.optional"));
		if (this.declared.askings().isEmpty()) {
			sheet.text(zh("declared.nobody-asked"));
		} else {
			sheet.table(new float[]{8, 34, 24, 34}, heads("declared.round", "declared.asked", "declared.answer-by",
					"declared.told"), this.declared.askings().stream().map(this::round).toList());
		}
		if (!this.declared.people().isEmpty()) {
			var people = this.declared.people();
			sheet.text(zh("declared.numbers", people.size(), count("noConflict"), count("ties"), count("unwilling"),
					count("asked"), count("outdated")));
			sheet.label(zh("declared.people", people.size()), people.size());
			sheet.compactTable(new float[]{22, 20, 16, 42}, heads("expert", "declared.last-asked", "declared.state",
					"declared.answers"), people.stream().map(this::asked).toList());
		}
		sheet.label(zh("declared.standing"), this.declared.standing().size());
		sheet.note(zh("declared.standing.lead"));
		if (this.declared.standing().isEmpty()) {
			sheet.text(zh("declared.standing.none"));
		} else {
			sheet.table(new float[]{20, 16, 26, 38}, heads("expert", "declared.kind", "declared.to", "declared.told"),
					this.declared.standing().stream().map(this::standing).toList());
		}
	}

	private long count(String state) {
		return this.declared.people().stream().filter(one -> one.state().equals(state)).count();
	}

	private String[] round(Round round) {
		var told = new ArrayList<String>();
		told.add(zh("declared.reached", round.people(), round.mailed()));
		if (!round.confidential().isEmpty()) {
			told.add(zh("declared.confidential",
					round.confidential().stream().map(this::title).collect(Collectors.joining("、"))));
		}
		if (round.message() != null) {
			told.add(zh("declared.message", round.message()));
		}
		return new String[]{String.valueOf(round.number()),
				Objects.requireNonNullElse(round.by(), zh("gone")) + "\n" + DossierPdf.moment(round.at()),
				DossierPdf.moment(round.answerBy()), String.join("\n", told)};
	}

	private String[] asked(Asked one) {
		return new String[]{person(one.person()),
				zh("declared.in-round", one.asking()) + "\n" + DossierPdf.moment(one.askedAt()),
				zh("declared.state." + one.state()),
				one.answers().isEmpty()
						? "—"
						: one.answers().stream().map(this::answer).collect(Collectors.joining("\n"))};
	}

	private String answer(Answer answer) {
		var text = new StringBuilder(DossierPdf.moment(answer.at())).append("　");
		if (answer.unwilling()) {
			text.append(zh("declared.state.unwilling"));
		} else if (answer.ties().isEmpty()) {
			text.append(zh("declared.state.noConflict"));
		} else {
			text.append(answer.ties().stream().map(this::told).collect(Collectors.joining("；")));
		}
		if (answer.note() != null) {
			text.append("；").append(answer.note());
		}
		if (!answer.ofItemsAsTheyAre()) {
			text.append(zh("declared.about-others"));
		}
		return text.toString();
	}

	private String told(Told tie) {
		var to = (tie.party() != null) ? title(tie.item()) + "，" + tie.party() : title(tie.item());
		var text = zh("declared.tie", to, zh("declared.kind." + tie.kind()));
		return (tie.words() != null) ? text + "：" + tie.words() : text;
	}

	private String[] standing(Standing one) {
		var to = new ArrayList<String>();
		if (one.other() != null) {
			to.add(person(one.other()));
		}
		if (one.otherName() != null) {
			to.add(one.otherName());
		}
		if (one.organisation() != null) {
			to.add(one.organisation());
		}
		var told = new ArrayList<String>();
		if (one.since() != null || one.until() != null) {
			told.add(((one.since() != null) ? String.valueOf(one.since()) : "") + "–"
					+ ((one.until() != null) ? String.valueOf(one.until()) : zh("years.now")));
		}
		if (one.words() != null) {
			told.add(one.words());
		}
		var noted = one.noted();
		told.add((noted == null)
				? zh("declared.by-themselves", DossierPdf.moment(one.declaredAt()))
				: zh("declared.noted", Objects.requireNonNullElse(noted.by(), zh("gone")),
						DossierPdf.moment(one.declaredAt()), noted.source()));
		if (noted != null && noted.contest() != null) {
			told.add(zh("declared.contested", DossierPdf.moment(noted.contestedAt()), noted.contest()));
		}
		return new String[]{person(one.person()), zh("declared.kind." + one.kind()), String.join("\n", to),
				String.join("\n", told)};
	}

	private static String person(Dossier.Person person) {
		return person.name() + "（" + person.number() + "）";
	}

	private String title(int item) {
		return this.titles.containsKey(item) ? this.titles.get(item) : zh("declared.item-gone", item);
	}

	private String[] heads(String... keys) {
		var heads = new String[keys.length];
		for (var i = 0; i < keys.length; i++) {
			heads[i] = zh("head." + keys[i]);
		}
		return heads;
	}

	private String zh(String key, Object... arguments) {
		return this.words.text(Locale.SIMPLIFIED_CHINESE, "dossier." + key, arguments);
	}

	private String en(String key) {
		return this.words.text(Locale.ENGLISH, "dossier." + key);
	}

}
