package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.model.net.Level;
import facet.train.TrainingEvent.EpochEnded;
import facet.train.TrainingEvent.ImagesMeasured;
import facet.train.TrainingEvent.Started;
import facet.train.TrainingEvent.StepTaken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {

    private final List<String> told = new ArrayList<>();
    private final TrainingProgress progress = new TrainingProgress(Level.P2.network(), (task, done, total, detail) -> told.add(task + " " + done + "/" + total + " " + detail));

    @Test
    void saysOfEachEventHowMuchIsDone() {
        progress.happened(new Started(new TrainingWork(3, 2, 10, -1, 1)));
        progress.happened(new ImagesMeasured(0, 8, 10));
        progress.happened(new ImagesMeasured(0, 10, 10)); // told with the results
        progress.happened(new EpochEnded(new History.Row(0, "validation", 4, 0.9314, 3)));
        progress.happened(new StepTaken(1, 1, 2, 0.5f, 2, 1));
        progress.happened(new StepTaken(1, 2, 1, 0.25f, 2, 0));
        progress.happened(new ImagesMeasured(1, 8, 10));
        progress.happened(new ImagesMeasured(1, 10, 10));
        progress.happened(new EpochEnded(new History.Row(1, "validation", 4, 0.8, 4)));
        assertEquals(List.of(
                "train ResNet-50 + FPN P2 0/47 starting",
                "train ResNet-50 + FPN P2 8/47 epoch 0/1, measuring 8/10 images",
                "train ResNet-50 + FPN P2 10/47 epoch 0/1, validation loss 0.931, accuracy 0.750",
                "train ResNet-50 + FPN P2 28/47 epoch 1/1, step 1/2, loss 0.500, 3.0 images/s, 50.0 % waiting for data",
                "train ResNet-50 + FPN P2 37/47 epoch 1/1, step 2/2, loss 0.250, 1.5 images/s, 25.0 % waiting for data",
                "train ResNet-50 + FPN P2 45/47 epoch 1/1, measuring 8/10 images",
                "train ResNet-50 + FPN P2 47/47 epoch 1/1, validation loss 0.800, accuracy 1.000, 25.0 % waiting for data"), told);
    }

    @Test
    void goesOnWhereAnotherCallEndedAndCountsTheWaitingOfEachEpochAnew() {
        progress.happened(new Started(new TrainingWork(2, 2, 10, 1, 3)));
        progress.happened(new StepTaken(2, 1, 2, 0.5f, 2, 2));
        progress.happened(new StepTaken(3, 1, 2, 0.5f, 2, 0));
        assertEquals(List.of(
                "train ResNet-50 + FPN P2 38/94 going on after epoch 1",
                "train ResNet-50 + FPN P2 56/94 epoch 2/3, step 1/1, loss 0.500, 3.0 images/s, 100.0 % waiting for data",
                "train ResNet-50 + FPN P2 84/94 epoch 3/3, step 1/1, loss 0.500, 3.0 images/s, 0.0 % waiting for data"), told);
    }
}
