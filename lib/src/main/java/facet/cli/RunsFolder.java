package facet.cli;

import facet.study.RunStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where a command finds and keeps runs. */
final class RunsFolder {

    @Option(names = "--runs", paramLabel = "DIR", description = "Where runs are kept. Default: data/runs.", scope = ScopeType.INHERIT)
    private Path folder;

    RunStore store() {
        return folder == null ? RunStore.open() : new RunStore(folder);
    }
}
