package org.zhiqiao.platform.organisation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** What is entered about an organisation; see {@link Organisation}. */
public record SaveOrganisation(@Nullable Bilingual name, @Nullable List<String> aliases, @Nullable String country,
		@Nullable String city, @Nullable String hostKind, @Nullable String uscc, @Nullable Long parentId) {

	/** Without stray blanks; empty texts are none. */
	SaveOrganisation tidied() {
		Bilingual given = Objects.requireNonNullElse(this.name, Bilingual.NONE);
		return new SaveOrganisation(new Bilingual(tidied(given.zh()), tidied(given.en())),
				Objects.requireNonNullElse(this.aliases, List.<String>of())
						.stream()
						.filter(Objects::nonNull)
						.map(String::strip)
						.toList(),
				tidied(this.country), tidied(this.city), tidied(this.hostKind), UnifiedCode.tidied(this.uscc),
				this.parentId);
	}

	private static @Nullable String tidied(@Nullable String text) {
		return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
	}

	/** The names, then the aliases. */
	List<String> allNames() {
		Bilingual given = Objects.requireNonNullElse(this.name, Bilingual.NONE);
		return Stream.concat(Stream.of(given.zh(), given.en()).filter(Objects::nonNull),
				Objects.requireNonNullElse(this.aliases, List.<String>of()).stream())
				.distinct()
				.toList();
	}

}
