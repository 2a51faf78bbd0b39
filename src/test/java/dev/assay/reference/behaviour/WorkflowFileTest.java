package dev.assay.reference.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.behaviour.WorkflowRules.FileName;
import dev.assay.reference.behaviour.WorkflowRules.Located;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How workflow files are cut out of claims; the vectors of crates.io. */
class WorkflowFileTest {

    @ParameterizedTest
    @CsvSource({
        "foo/bar/.github/workflows/basic.yml@refs/heads/main,basic.yml",
        "foo/bar/.github/workflows/nested@evil.yml@refs/heads/main,nested@evil.yml",
        "foo/bar/.github/workflows/nested.yml@evil.yml@refs/heads/main,nested.yml@evil.yml",
        "foo/bar/.github/workflows/basic.yml@refs/heads/misleading@branch.yml,basic.yml",
        "foo/bar/.github/workflows/foo.yml.yml@refs/heads/main,foo.yml.yml",
        "foo/bar/.github/workflows/basic.wrongsuffix@refs/heads/main,''",
        "foo/bar/.github/workflows/.yml@refs/heads/main,''",
        "foo/bar/.github/workflows/@refs/heads/main,''",
        "foo/bar/.github/workflows/main.yml,''",
        "foo/bar/.github/workflows/main.yml@,''"
    })
    void ofGitHubStandsBeforeAnAtSignWithSomethingBehindIt(String claim, String file) {
        assertThat(FileName.LONGEST_BEFORE_AT_AND_REF
                        .in(claim)
                        .map(Located::file)
                        .orElse(""))
                .isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "gitlab.com/foo/bar//.gitlab-ci.yml@r,.gitlab-ci.yml",
        "gitlab.com/foo/bar//too//many//slashes.yml@r,too//many//slashes.yml",
        "gitlab.com/foo/bar//foo.yml@bar.yml@r,foo.yml@bar.yml",
        "gitlab.com/foo/bar//somedir/.yaml@r,''",
        "gitlab.com/foo/bar//.yml@r,''",
        "gitlab.com/foo/bar//a.yml@refs/heads/x@y,''",
        "gitlab.com/foo/bar/a.yml@r,''",
        "gitlab.com/foo/bar//a.yml,''"
    })
    void ofGitLabStandsBetweenTwoSlashesAndTheLastAtSign(String claim, String file) {
        assertThat(FileName.AFTER_DOUBLE_SLASH_TO_LAST_AT
                        .in(claim)
                        .map(Located::file)
                        .orElse(""))
                .isEqualTo(file);
    }
}
