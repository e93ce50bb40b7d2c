package org.zhiqiao.search;

/**
 * What an administrator wants to know of the index.
 *
 * @param answering whether queries are answered at this moment
 * @param reason why it needs a rebuild, as a code: {@code new}, {@code damaged},
 * {@code other-format}, {@code other-thesaurus}, {@code other-model}; empty otherwise
 * @param detail technical detail of the reason, may be empty
 * @param experts number of people
 * @param demands number of needs
 * @param stories number of articles, studies and guides
 * @param pieces number of pieces of evidence
 * @param generation number of the live generation, 0 when there is none
 * @param formatVersion version of the layout this program writes
 * @param thesaurusVersion version of the thesaurus in use
 * @param rebuiltDocuments documents already in the generation that is being filled
 * @param model name of the sentence model in use, empty where vectors are switched off
 * @param vectored number of pieces that have their vector, or need none
 * @param modelTrouble why the model does not work at present; empty if it does
 */
public record IndexStatus(IndexState state, boolean answering, String reason, String detail, long experts,
		long demands, long stories, long pieces, long generation, int formatVersion, String thesaurusVersion,
		long rebuiltDocuments, String model, long vectored, String modelTrouble) {

}
