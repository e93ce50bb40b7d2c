package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.Texts;

/**
 * Minutes made of what is on file. They go to every member, so members have numbers in them: their names are sealed until the
 * result is settled, and stand in the dossier.
 */
@Component
class MinutesDraft {

	private final Texts texts;

	private final RulePacks packs;

	MinutesDraft(Texts texts, RulePacks packs) {
		this.texts = texts;
		this.packs = packs;
	}

	String text(ReviewAtHand atHand, Locale language) {
		return new Writing(atHand, language).text();
	}

	private final class Writing {

		private final ReviewAtHand atHand;

		private final Locale language;

		private Writing(ReviewAtHand atHand, Locale language) {
			this.atHand = atHand;
			this.language = language;
		}

		private String text() {
			var parts = new StringJoiner("\n\n");
			parts.add(word("title", this.atHand.panel().content().title()));
			parts.add(word("when") + "\n" + when());
			parts.add(word("who") + "\n" + who());
			parts.add(word("rules") + "\n" + rules());
			parts.add(word("results") + "\n" + results());
			parts.add(word("silence"));
			return parts.toString();
		}

		private String when() {
			var review = this.atHand.review();
			var closed = (review.closedAt() != null) ? review.closedAt() : review.due();
			return word("when.text", moment(Objects.requireNonNullElse(review.openedAt(), closed)), moment(closed));
		}

		private String who() {
			var people = this.atHand.members();
			var lines = new StringJoiner("\n");
			lines.add(word("who.text", people.seated().size(),
					(people.draw() != null) ? people.draw().number() : 0, this.atHand.signed()));
			for (var member : people.seated()) {
				var opinion = this.atHand.opinions().get(member.invitation().id());
				var signedAt = (opinion != null) ? opinion.signedAt() : null;
				var line = word("member", member.number(), member.stratum(),
						word("selection." + member.selection().name()
								.toLowerCase(Locale.ROOT)),
						(signedAt != null) ? word("member.signed", moment(signedAt)) : word("member.unsigned"));
				if (!member.recused().isEmpty()) {
					line += word("member.recused", titles(member.recused()));
				}
				lines.add(line);
			}
			var gone = people.gone().stream().filter(one -> this.atHand.opinions().containsKey(one.id())).count();
			if (gone > 0) {
				lines.add(word("voided", gone));
			}
			return lines.toString();
		}

		private String titles(Set<Integer> items) {
			var titles = new StringJoiner(word("comma"));
			this.atHand.panel()
					.content()
					.items()
					.stream()
					.filter(item -> items.contains(item.number()))
					.forEach(item -> titles.add(item.title()));
			return titles.toString();
		}

		private String rules() {
			var lines = new StringJoiner("\n");
			lines.add(word("rules.text", this.atHand.panel().rules()));
			var pack = MinutesDraft.this.packs.version(this.atHand.panel().rules());
			for (var setting : this.atHand.panel().content().rules()) {
				if (setting.on()) {
					pack.rules()
							.stream()
							.filter(rule -> rule.code().equals(setting.code()) && rule.mark() == RulePack.Mark.LAW)
							.forEach(rule -> lines.add(word("rule", rule.title().in(this.language),
									(setting.number() != null) ? " " + setting.number() : "", rule.basis())));
				}
			}
			var setup = this.atHand.review().setup();
			lines.add(word("criteria"));
			setup.criteria()
					.forEach(criterion -> lines.add(word("criterion", criterion.name().in(this.language),
							criterion.points(), number(ReviewResult.SCALE * criterion.weight() / setup.weights()))));
			return lines.toString();
		}

		private String results() {
			var lines = new StringJoiner("\n");
			var items = this.atHand.panel().content().items();
			var results = ReviewReader.results(this.atHand);
			for (var i = 0; i < items.size(); i++) {
				var result = results.get(i);
				var rank = result.rank();
				lines.add((result.mean() == null || rank == null)
						? word("result.none", items.get(i).title())
						: word("result", items.get(i).title(), rank, number(result.mean()), result.marks().size(),
								number(Objects.requireNonNull(result.least())),
								number(Objects.requireNonNull(result.greatest())),
								number(Objects.requireNonNull(result.deviation()))));
			}
			return lines.toString();
		}

		private String number(double number) {
			return String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
		}

		private String moment(Instant moment) {
			var pattern = this.language.getLanguage().equals("zh") ? "uuuu年M月d日 HH:mm" : "d MMMM uuuu, HH:mm";
			return DateTimeFormatter.ofPattern(pattern, this.language).format(moment.atZone(Moments.HERE));
		}

		private String word(String key, Object... arguments) {
			return MinutesDraft.this.texts.text(this.language, "minutes." + key, arguments);
		}

	}

}
