package org.zhiqiao.platform.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * An organisation.
 *
 * @param name in at least one language
 * @param aliases further names and abbreviations, in any language
 * @param country ISO 3166-1 alpha-2; null while nobody has said it
 * @param city one of Anhui's cities, only for an organisation in China
 * @param hostKind code; null while nobody has said it
 * @param uscc 统一社会信用代码, only for an organisation in China
 * @param parentId the organisation it belongs to
 * @param confirmed whether an officer has seen it, or entered it
 * @param createdBy the account that entered it; null for what was imported or whose account is gone
 */
public record Organisation(long id, int version, Bilingual name, List<String> aliases, @Nullable String country,
		@Nullable String city, @Nullable String hostKind, @Nullable String uscc, @Nullable Long parentId,
		boolean confirmed, boolean sample, @Nullable Long createdBy) {

	public Organisation {
		aliases = List.copyOf(aliases);
	}

}
