package dev.poscart.architecture.broken.cellar;

interface EveryClassHasARoom {}
