package org.zhiqiao.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SampleFileTest {

	@Test
	void marksEverythingAsMadeUp() {
		assertThat(SampleFile.organisations()).hasSizeGreaterThanOrEqualTo(30).allMatch(thing -> thing.sample());
		assertThat(SampleFile.experts()).hasSizeGreaterThanOrEqualTo(80)
				.allMatch(thing -> thing.sample() && thing.email().endsWith("@example.org"));
		assertThat(SampleFile.demands()).hasSizeGreaterThanOrEqualTo(24).allMatch(thing -> thing.sample());
		assertThat(SampleFile.cooperation()).hasSizeGreaterThanOrEqualTo(12).allMatch(thing -> thing.sample());
		assertThat(SampleFile.articles()).hasSizeGreaterThanOrEqualTo(6).allMatch(thing -> thing.sample());
	}

	@Test
	void usesEveryKeyOnceAndOnlyKeysThatExist() {
		var organisations = new HashSet<String>();
		SampleFile.organisations().forEach(thing -> assertThat(organisations.add(thing.key())).isTrue());
		var people = new HashSet<String>();
		SampleFile.experts().forEach(thing -> assertThat(people.add(thing.key())).isTrue());
		var needs = new HashSet<String>();
		SampleFile.demands().forEach(thing -> assertThat(needs.add(thing.key())).isTrue());
		assertThat(organisations)
				.containsAll(SampleFile.demands().stream().map(SampleFile.SampleDemand::org).toList());
		assertThat(people)
				.containsAll(SampleFile.demands().stream().flatMap(need -> need.expected().stream()).toList());
		for (var one : SampleFile.cooperation()) {
			assertThat(organisations).contains(one.host()).containsAll(one.partners());
			assertThat(people).containsAll(one.people());
		}
		assertThat(people).containsAll(SampleFile.articles().stream().flatMap(one -> one.people().stream()).toList());
		assertThat(organisations)
				.containsAll(SampleFile.articles().stream().flatMap(one -> one.organisations().stream()).toList());
		assertThat(people).contains(SampleLoader.EXPERT);
		assertThat(organisations).contains(SampleLoader.FIRM);
	}

	@Test
	void givesTheDemonstrationsFirmANeedInEveryStateThatItCanActOn() {
		var states = SampleFile.demands()
				.stream()
				.filter(need -> need.org().equals(SampleLoader.FIRM))
				.map(SampleFile.SampleDemand::state);
		assertThat(states.toList()).containsAll(Stream.of("draft", "submitted", "returned", "published").toList());
	}

}
