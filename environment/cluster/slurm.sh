#!/usr/bin/env bash
# Trains a study as a SLURM array, a shard on each machine. From the checkout: sbatch environment/cluster/slurm.sh rates
#SBATCH --job-name=facet
#SBATCH --array=1-4
#SBATCH --cpus-per-task=8
#SBATCH --mem=8G
#SBATCH --time=24:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=facet-%A-%a.log
set -eu
cd "$SLURM_SUBMIT_DIR"
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-$SLURM_CPUS_PER_TASK}" # as many on every machine, or a trained backbone has other bits
exec srun --cpus-per-task="$SLURM_CPUS_PER_TASK" environment/facet study "$@" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"
