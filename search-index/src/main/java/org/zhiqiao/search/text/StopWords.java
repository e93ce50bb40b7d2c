package org.zhiqiao.search.text;

import java.util.List;

/**
 * Words that say nothing about a field of expertise.
 */
final class StopWords {

	private StopWords() {}

	/**
	 * English words that only hold sentences together.
	 */
	static List<String> englishFunctionWords() {
		return List.of("""
				a about above after again against all also although am among an and any are as at be because been
				before being below between both but by can cannot could did do does doing down during each either
				et al few for from further had has have having he her here hers herself him himself his how however i
				if in into is it its itself just may me might more most must my myself neither no nor not of off on
				once only onto or other our ours ourselves out over own per same shall she should since so some such
				than that the their theirs them themselves then there therefore these they this those through thus to
				too toward towards under until up upon us very via was we were what when where whether which while who
				whom whose why will with within without would you your yours yourself yourselves
				""".trim().split("\\s+"));
	}

	/**
	 * Chinese words that only hold sentences together.
	 */
	static List<String> chineseFunctionWords() {
		return List.of("""
				的 了 和 与 及 以及 或 或者 并 并且 而 而且 但 但是 在 是 为 为了 对 对于 从 由 于 把 被 将 向 给 以
				用 之 其 其中 这 这些 那 那些 该 此 我 我们 你 你们 您 他 他们 她 它 它们 有 没有 也 都 就 还 又 再 很
				更 最 不 等 等等 上 下 中 内 外 个 些 一个 一种 一些 各 各种 每 某 可 可以 能 能够 会 要 应 应该 如
				如何 如果 因为 所以 因此 关于 通过 根据 按照 进行 具有 具备 之间 以上 以下 左右 前 后 时 时候 且 若
				则 着 过 得 地 吗 呢 吧 啊 所 跟 同 至 到 让 使 使得
				""".trim().split("\\s+"));
	}

	/**
	 * Words of either language by which people wrap a need up, and which fit every need: what is
	 * wanted and by whom, not what it is about. They count nothing in a need, but are found where
	 * they are searched for by themselves.
	 */
	static List<String> filler() {
		return List.of("""
				寻找|寻求|诚聘|招聘|聘请|引进|急需|急聘|拟|希望|希望能|期望|需要|需求|要求|欢迎|邀请|联系|提供|帮助|协助|解决|攻克|突破
				熟悉|掌握|了解|精通|擅长|从事|相关|有关|方面|领域|专家|人才|人士|工程师|老师|教授|顾问|团队|我司|本公司|公司|我公司|企业
				我市|我省|本市|单位|项目|技术难题|难题|问题|技术|合作|经验|丰富|优先|者|位|一名|一位|若干|目前|现|现有|已|正在|开展|实现
				进一步|提升|提高|以上学历|能力|较强|良好|优秀|海外|国内外|国外|国际|外籍|左右|愿意|来皖|工作
				""".trim().split("[|\\n]"));
	}

	/**
	 * English counterparts of {@link #filler()}, as they come out of the analysis in lower case.
	 */
	static List<String> englishFiller() {
		return List.of("""
				looking look seek seeking wanted want need needed require required requirement expert experts
				engineer engineers specialist specialists professional professionals consultant advisor adviser
				company firm enterprise help assist solve solving problem problems experience experienced familiar
				knowledge skilled candidate candidates ideal preferred please welcome contact currently hope hoping
				""".trim().split("\\s+"));
	}

}
