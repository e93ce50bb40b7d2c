package org.zhiqiao.platform.panel.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.document.Sheet;
import org.zhiqiao.platform.panel.dossier.Reviewed.Appraisal;
import org.zhiqiao.platform.panel.dossier.Reviewed.Appraised;
import org.zhiqiao.platform.panel.dossier.Reviewed.Judge;
import org.zhiqiao.platform.panel.dossier.Reviewed.Judgement;
import org.zhiqiao.platform.panel.dossier.Reviewed.Outcome;
import org.zhiqiao.platform.panel.dossier.Reviewed.Protocol;
import org.zhiqiao.platform.panel.dossier.Reviewed.Published;

/** The part of the dossier on the review: what was judged, by whom and how, what came of it, and who agreed. */
final class ReviewChapter {

	private final Reviewed review;

	private final Map<Integer, String> titles;

	private final Words words;

	ReviewChapter(Reviewed review, List<Dossier.Item> items, Words words) {
		this.review = review;
		this.titles = items.stream().collect(Collectors.toMap(Dossier.Item::number, Dossier.Item::title));
		this.words = words;
	}

	void write(Sheet sheet) {
		sheet.section(zh("section.review"), en("section.review"));
		setup(sheet);
		sheet.label(zh("review.members"), this.review.members().size());
		if (this.review.members().isEmpty()) {
			sheet.text(zh("review.members.none"));
		} else {
			sheet.table(new float[]{10, 34, 18, 38},
					heads("review.number", "person", "review.selection", "review.progress"),
					this.review.members().stream().map(this::member).toList());
		}
		sheet.section(zh("section.results"), en("section.results"));
		if (this.review.outcomes().isEmpty()) {
			sheet.text(zh("review.sealed"));
		} else {
			outcomes(sheet);
		}
		this.review.members().forEach(member -> opinion(sheet, member));
		voided(sheet);
		sheet.section(zh("section.minutes"), en("section.minutes"));
		sheet.note(zh("review.silence"));
		if (this.review.minutes().isEmpty()) {
			sheet.text(zh("review.minutes.none"));
		}
		this.review.minutes().forEach(minutes -> minutes(sheet, minutes));
		settlement(sheet);
	}

	private void setup(Sheet sheet) {
		var facts = new ArrayList<String[]>();
		facts.add(fact("review.state", zh("review.state." + this.review.state())));
		facts.add(fact("review.opened", DossierPdf.moment(this.review.openedAt())));
		facts.add(fact("review.due", DossierPdf.moment(this.review.due())));
		facts.add(fact("review.closed", DossierPdf.moment(this.review.closedAt())));
		if (!this.review.instructions().isEmpty()) {
			facts.add(fact("review.instructions", this.review.instructions()));
		}
		sheet.facts(facts);
		var weights = this.review.criteria().stream().mapToInt(Reviewed.Criterion::weight).sum();
		var rows = new ArrayList<String[]>();
		for (var criterion : this.review.criteria()) {
			rows.add(new String[]{String.valueOf(rows.size() + 1), name(criterion), String.valueOf(criterion.points()),
					figure(100.0 * criterion.weight() / weights) + "%"});
		}
		sheet.label(zh("review.criteria"), rows.size());
		sheet.table(new float[]{10, 56, 17, 17}, heads("review.number", "review.criterion", "review.points",
				"review.weight"), rows);
	}

	private static String name(Reviewed.Criterion criterion) {
		return Objects.requireNonNullElse(criterion.zh(), Objects.requireNonNullElse(criterion.en(), ""));
	}

	private String[] member(Judge member) {
		var progress = (member.signedAt() != null)
				? zh("review.signed", DossierPdf.moment(member.signedAt()))
				: zh("review.unsigned");
		if (!member.recused().isEmpty()) {
			progress += "\n" + zh("review.recused",
					member.recused().stream().map(this::title).collect(Collectors.joining("、")));
		}
		return new String[]{String.valueOf(member.number()), person(member),
				zh("review.selection." + member.selection()),
				progress};
	}

	private static String person(Judge member) {
		return person(member.person());
	}

	private static String person(Dossier.Person person) {
		return person.name() + "（" + person.number() + "）";
	}

	private void outcomes(Sheet sheet) {
		sheet.note(zh("review.results.lead"));
		sheet.table(new float[]{9, 31, 12, 18, 12, 9, 9}, heads("review.rank", "review.item", "review.mean",
				"review.range", "review.deviation", "review.reviews", "review.outliers"),
				this.review.outcomes()
						.stream()
						.map(one -> new String[]{(one.rank() != null) ? String.valueOf(one.rank()) : "—",
								title(one.item()), figure(one.mean()),
								(one.least() != null) ? figure(one.least()) + "–" + figure(one.greatest()) : "—",
								figure(one.deviation()), String.valueOf(one.reviews()),
								one.outliers().isEmpty()
										? "—"
										: one.outliers().stream().map(String::valueOf).collect(
												Collectors.joining("、"))})
						.toList());
		sheet.label(zh("review.by-criterion"), this.review.outcomes().size());
		sheet.table(new float[]{40, 60}, heads("review.item", "review.means"),
				this.review.outcomes().stream().map(one -> new String[]{title(one.item()), means(one)}).toList());
	}

	private String means(Outcome one) {
		var means = new ArrayList<String>();
		for (var i = 0; i < one.criteria().size(); i++) {
			means.add(name(this.review.criteria().get(i)) + "：" + figure(one.criteria().get(i)));
		}
		return means.isEmpty() ? "—" : String.join("\n", means);
	}

	private void opinion(Sheet sheet, Judge member) {
		if (member.signedAt() != null && !member.opinion().isEmpty()) {
			sheet.label(zh("review.opinion", member.number(), person(member)), member.opinion().size());
			opinions(sheet, member.opinion());
		}
	}

	private void opinions(Sheet sheet, List<Judgement> opinions) {
		sheet.table(new float[]{26, 22, 12, 40}, heads("review.item", "review.given", "review.mark", "review.comment"),
				opinions.stream()
						.map(one -> new String[]{title(one.item()),
								one.points()
										.entrySet()
										.stream()
										.sorted(Map.Entry.comparingByKey())
										.map(given -> given.getKey() + "：" + figure(given.getValue()))
										.collect(Collectors.joining("\n")),
								figure(one.mark()), one.comment().isEmpty() ? "—" : one.comment()})
						.toList());
	}

	private void voided(Sheet sheet) {
		for (var member : this.review.voided()) {
			sheet.part(zh("review.voided", person(member)), true);
			var ended = member.ended();
			if (ended != null) {
				var why = new StringBuilder(zh("invited." + ended.state())).append("，")
						.append(DossierPdf.moment(ended.at()));
				if (ended.reason() != null) {
					why.append("；").append(zh("decline." + ended.reason()));
				}
				if (ended.note() != null) {
					why.append("；").append(ended.note());
				}
				sheet.text(why.toString());
			}
			opinions(sheet, member.opinion());
		}
	}

	private void minutes(Sheet sheet, Protocol minutes) {
		sheet.part(zh("review.minutes", minutes.number()), minutes.withdrawnAt() != null);
		var facts = new ArrayList<String[]>();
		facts.add(fact("review.given", DossierPdf.moment(minutes.givenAt())));
		facts.add(fact("review.sign-by", DossierPdf.moment(minutes.signBy())));
		if (minutes.withdrawnAt() != null) {
			facts.add(fact("review.withdrawn", DossierPdf.moment(minutes.withdrawnAt()) + "；"
					+ Objects.requireNonNullElse(minutes.withdrawnReason(), "")));
		}
		sheet.facts(facts);
		sheet.table(new float[]{34, 18, 48}, heads("review.item", "review.verdict", "review.words"),
				minutes.conclusions()
						.stream()
						.map(one -> new String[]{title(one.item()),
								(one.verdict() != null) ? zh("review.verdict." + one.verdict()) : "—",
								one.words().isEmpty() ? "—" : one.words()})
						.toList());
		minutes.text().lines().filter(paragraph -> !paragraph.isBlank()).forEach(sheet::text);
		sheet.label(zh("review.answers"), minutes.answers().size());
		sheet.table(new float[]{22, 24, 54}, heads("review.member", "answer", "review.dissent"),
				minutes.answers()
						.stream()
						.map(one -> new String[]{person(one.person()),
								zh("review.answer." + one.answer())
										+ ((one.at() != null) ? "\n" + DossierPdf.moment(one.at()) : ""),
								Objects.requireNonNullElse(one.dissent(), "—")})
						.toList());
	}

	private void settlement(Sheet sheet) {
		if (this.review.settleRefusal() != null && this.review.settledAt() == null) {
			sheet.facts(List.of(new String[][]{fact("review.refusal", this.review.settleRefusal())}));
		}
		if (this.review.settleAskedAt() == null) {
			return;
		}
		sheet.label(zh("review.settlement"), 3);
		var facts = new ArrayList<String[]>();
		facts.add(fact("review.asked", who(this.review.settleAskedBy()) + "，"
				+ DossierPdf.moment(this.review.settleAskedAt())));
		if (this.review.settledAt() != null) {
			facts.add(fact("review.settled", who(this.review.settledBy()) + "，"
					+ DossierPdf.moment(this.review.settledAt())));
		}
		sheet.facts(facts);
		if (this.review.published() != null) {
			publication(sheet, this.review.published());
		}
		if (this.review.settledAt() != null) {
			appraisals(sheet);
		}
	}

	private void appraisals(Sheet sheet) {
		sheet.section(zh("section.appraisals"), en("section.appraisals"));
		if (this.review.appraisals().isEmpty()) {
			sheet.text(zh("review.appraisals.none"));
			return;
		}
		sheet.note(zh("review.appraisals.lead"));
		this.review.appraisals().forEach(one -> appraisal(sheet, one));
	}

	private static String reasons(Appraisal mark) {
		var reasons = Stream.of(mark.reason(), Objects.requireNonNullElse(mark.ruledReason(), ""))
				.filter(reason -> !reason.isEmpty())
				.distinct()
				.collect(Collectors.joining("\n"));
		return reasons.isEmpty() ? "—" : reasons;
	}

	private void appraisal(Sheet sheet, Appraised one) {
		sheet.label(zh("review.appraisal", person(one.person())), one.marks().size());
		sheet.table(new float[]{30, 20, 50}, heads("review.criterion", "review.given", "review.reason"),
				one.marks()
						.stream()
						.map(mark -> new String[]{
								Objects.requireNonNullElse(mark.zh(),
										Objects.requireNonNullElse(mark.en(), mark.criterion())),
								mark.points() + " / " + mark.most()
										+ ((mark.ruled() != null)
												? "\n" + zh("review.ruled-points", mark.ruled())
												: ""),
								reasons(mark)})
						.toList());
		var facts = new ArrayList<String[]>();
		facts.add(fact("review.appraised", zh("review.appraised-points", one.points()) + "，"
				+ DossierPdf.moment(one.at())));
		if (!one.remark().isEmpty()) {
			facts.add(fact("review.remark", one.remark()));
		}
		if (one.contest() != null) {
			facts.add(fact("review.contest", one.contest() + "（" + DossierPdf.moment(one.contestedAt()) + "）"));
		}
		if (one.ruling() != null) {
			facts.add(fact("review.ruling", zh("review.ruling." + one.ruling()) + "，"
					+ DossierPdf.moment(one.ruledAt()) + "；" + Objects.requireNonNullElse(one.rulingReason(), "")));
		}
		facts.add(fact("review.counted", (one.counted() != null)
				? zh("review.appraised-points", one.counted())
				: zh("review.not-counted")));
		sheet.facts(facts);
	}

	private void publication(Sheet sheet, Published published) {
		sheet.section(zh("section.publication"), en("section.publication"));
		var facts = new ArrayList<String[]>();
		facts.add(fact("review.published", who(published.by()) + "，" + DossierPdf.moment(published.at())));
		facts.add(fact("review.published-basis",
				published.basis().stream().map(DossierPdf::basis).collect(Collectors.joining("；"))));
		sheet.facts(facts);
		var rows = new ArrayList<String[]>();
		for (var member : published.members()) {
			rows.add(new String[]{String.valueOf(rows.size() + 1),
					Objects.requireNonNullElse(member.name(), zh("review.erased")),
					Objects.requireNonNullElse(member.organisation(), "—"),
					zh("review.selection." + member.selection())});
		}
		sheet.table(new float[]{10, 26, 44, 20}, heads("review.number", "person", "review.workplace",
				"review.selection"), rows);
	}

	private String who(@Nullable String name) {
		return Objects.requireNonNullElse(name, zh("gone"));
	}

	private String title(int item) {
		return this.titles.getOrDefault(item, "#" + item);
	}

	private static String figure(@Nullable Double number) {
		return (number == null) ? "—" : String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
	}

	private String[] fact(String label, String what) {
		return new String[]{zh("label." + label), what};
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
